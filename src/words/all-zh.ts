/** Everything that is said in Chinese, in one part that is loaded when it is wanted. */
export { zh as words } from './zh.ts';
export { zhHelp as help } from './zh-help.ts';
