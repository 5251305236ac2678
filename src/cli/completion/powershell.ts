/**
 * The script for PowerShell, from 5.1 on. Words go to the program as they are typed, quotes included, up
 * to the cursor; an empty one as two quotes, since older ones would drop it. What comes back is put
 * between single quotes where it is not a bare word.
 */
export const powershell = `# PowerShell completion for reform
Register-ArgumentCompleter -Native -CommandName reform -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @(
        foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
            $start = $element.Extent.StartOffset
            if ($start -lt $cursorPosition) {
                $text = $element.Extent.Text
                $text.Substring(0, [Math]::Min($text.Length, $cursorPosition - $start))
            }
        }
    )
    if ($wordToComplete -eq '') { $words += '""' }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $answer = @(& reform completion powershell -- @words 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    if ($answer.Count -eq 0) { return }
    if ($answer[0] -eq ':files' -or $answer[0] -eq ':folders') { return }
    foreach ($line in @($answer | Select-Object -Skip 1)) {
        $value, $about = $line.Split([char]9, 2)
        if (-not $about) { $about = $value }
        $inserted = $value
        if ($value -notmatch '^[A-Za-z0-9-][A-Za-z0-9.:/=#_-]*$') {
            $inserted = "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($value) + "'"
        }
        [System.Management.Automation.CompletionResult]::new($inserted, $value, 'ParameterValue', $about)
    }
}
`;
