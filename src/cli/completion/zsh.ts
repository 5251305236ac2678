/**
 * The script for zsh, to be sourced or put into a folder of `fpath`. `(Q)` takes quotes away without
 * running anything, and `compadd` quotes what it inserts.
 */
export const zsh = `#compdef reform
_reform() {
  local line value about
  local -a answer how values shown joined joinedShown
  answer=("\${(@f)$(command reform completion zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  case \${answer[1]} in
    (:files) compset -P '*='; _files; return ;;
    (:folders) compset -P '*='; _files -/; return ;;
  esac
  for line in "\${(@)answer[2,-1]}"; do
    value=\${line%%$'\\t'*}
    about=\${line#*$'\\t'}
    [[ -z $value ]] && continue
    # What was typed gives way where it is another name of what is meant.
    [[ $value == "\${(Q)PREFIX}"* ]] || how=(-U)
    if [[ $value == *[:=] ]]; then
      joined+=("$value")
      joinedShown+=("\${(r:24:)value}  $about")
    else
      values+=("$value")
      shown+=("\${(r:24:)value}  $about")
    fi
  done
  (( \${#values} )) && compadd $how -l -d shown -a values
  (( \${#joined} )) && compadd $how -S '' -l -d joinedShown -a joined
  (( \${#values} + \${#joined} ))
}
if [[ \${funcstack[1]} == _reform ]]; then
  _reform "$@"
elif (( $+functions[compdef] )); then
  compdef _reform reform
fi
`;
