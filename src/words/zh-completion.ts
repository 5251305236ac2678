/** How to make a shell complete, in Chinese. */
import type { completion as en } from './en-completion.ts';

export const completion: typeof en = {
  install: {
    bash: [
      'bash：一次设置，长期有效：',
      '  reform completion bash > ~/.local/share/bash-completion/completions/reform',
      '未安装 bash-completion 的，改在 ~/.bashrc 中写入：',
      '  source <(reform completion bash)',
    ],
    zsh: ['zsh：在 ~/.zshrc 中 compinit 之后写入：', '  source <(reform completion zsh)'],
    fish: [
      'fish：一次设置，长期有效：',
      '  reform completion fish > ~/.config/fish/completions/reform.fish',
    ],
    powershell: [
      'PowerShell：在 $PROFILE 所指的文件中写入：',
      '  reform completion powershell | Out-String | Invoke-Expression',
    ],
  },
};
