/** How to make a shell complete, told to whoever asks for it; a line of what is to be typed each. */

export const completion = {
  install: {
    bash: [
      'For bash, once and for all:',
      '  reform completion bash > ~/.local/share/bash-completion/completions/reform',
      'Without the package bash-completion, in ~/.bashrc instead:',
      '  source <(reform completion bash)',
    ],
    zsh: ['For zsh, in ~/.zshrc, below compinit:', '  source <(reform completion zsh)'],
    fish: ['For fish:', '  reform completion fish > ~/.config/fish/completions/reform.fish'],
    powershell: [
      'For PowerShell, in the file that $PROFILE names:',
      '  reform completion powershell | Out-String | Invoke-Expression',
    ],
  } as Readonly<Record<'bash' | 'zsh' | 'fish' | 'powershell', readonly string[]>>,
};
