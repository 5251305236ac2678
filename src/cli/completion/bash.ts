/**
 * The script for bash, from 3.2 on. It evaluates nothing: words go to the program as they stand, what
 * comes back is quoted by `printf %q`. Bash takes `:` and `=` for ends of words, so they are put
 * together again and taken off what is given back. Titles are shown only in a list that is not
 * inserted (COMP_TYPE 63 and 33).
 */
export const bash = `# bash completion for reform
_reform() {
  local line=\${COMP_LINE:0:COMP_POINT} piece= kept= kind= value= about= word= quoted= i=0 longest=0
  local -a words=() values=() abouts=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    if ((i == 0)) || [[ $line == [[:space:]]* ]]; then
      line=\${line#"\${line%%[![:space:]]*}"}
      words+=("")
    fi
    piece=\${COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then piece=$line; fi
    words[\${#words[@]}-1]+=$piece
    line=\${line#"$piece"}
  done
  word=\${words[\${#words[@]}-1]}
  if [[ $piece == [:=]* ]]; then piece=\${piece#?}; fi
  kept=\${word%"$piece"}
  {
    IFS= read -r kind
    while IFS=$'\\t' read -r value about; do
      value=\${value#"$kept"}
      printf -v quoted %q "$value"
      if [[ $piece != [\\'\\"]* ]]; then
        value=$quoted
      elif [[ $value != "$quoted" ]]; then
        continue
      fi
      values+=("$value")
      abouts+=("$about")
      if ((\${#value} > longest)); then longest=\${#value}; fi
    done
  } < <(command reform completion bash -- "\${words[@]:1}" 2>/dev/null)
  COMPREPLY=()
  case $kind in
    :files) compopt -o default ;;
    :folders) compopt -o dirnames ;;
    *)
      for ((i = 0; i < \${#values[@]}; i++)); do
        value=\${values[i]}
        if ((\${#values[@]} > 1)) && [[ $COMP_TYPE == 63 || $COMP_TYPE == 33 ]] && [[ -n \${abouts[i]} ]]; then
          printf -v value '%-*s  %s' "$longest" "$value" "\${abouts[i]}"
        elif ((\${#values[@]} == 1)) && [[ $value == *[:=] ]]; then
          compopt -o nospace
        fi
        COMPREPLY+=("$value")
      done
      ;;
  esac
} 2>/dev/null
complete -F _reform reform
`;
