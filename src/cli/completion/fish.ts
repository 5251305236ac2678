/** The script for fish, which quotes what it inserts and shows what stands behind a tab. */
export const fish = `# fish completion for reform
function __reform_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (command reform completion fish -- $words[2..-1] "$word" 2>/dev/null)
    switch "$answer[1]"
        case ':files' ':folders'
            set -l before (string match -r -- '^--[^=]+=' "$word")
            set -l path (string replace -r -- '^--[^=]+=' '' "$word")
            if test "$answer[1]" = ':files'
                string replace -r -- '^' "$before" (__fish_complete_path "$path")
            else
                string replace -r -- '^' "$before" (__fish_complete_directories "$path")
            end
        case '*'
            printf '%s\\n' $answer[2..-1]
    end
end
complete -c reform -f -a '(__reform_complete)'
`;
