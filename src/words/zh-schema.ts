/** 格式说明清单的中文词句。 */
import type { schema as english } from './en-schema.ts';

export const schema: typeof english = {
  name: '格式说明',
  of: '适用于',
  editors:
    '如需编辑器随时检查，先把 reform schema files/tasks 的输出存为文件，再在台账文件首行写明：# yaml-language-server: $schema=路径',
};
