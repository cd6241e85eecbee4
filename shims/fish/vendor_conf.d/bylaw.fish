# Bylaw in fish. Programs that rules name are held by the shims on PATH; whole lines are judged here.
set -l here (path resolve (status filename))
set -g bylaw_shims (path dirname (path dirname (path dirname (path dirname $here))))

# `settings` is written for sh: name='value', one a line.
for line in (string match -r "^bylaw_\w+='.*'\$" <$bylaw_shims/settings)
    set -l parts (string split -m 1 = -- $line)
    set -g $parts[1] (string replace -a "'\\''" "'" -- (string sub -s 2 -e -1 -- $parts[2]))
end

if not contains -- $bylaw_shims $PATH
    set -gx PATH $bylaw_shims $PATH
end

# $argv: phase, exit status, line. Prints the answer; status 0 if the line may run.
function __bylaw_ask
    set -l answer
    if test -n "$bylaw_nc" -a -S "$bylaw_socket"
        set answer (__bylaw_question $argv | $bylaw_nc -w 10 -U $bylaw_socket 2>/dev/null)
    end
    if test -z "$answer"
        set answer (__bylaw_question $argv | env -u BASH_ENV PATH="$bylaw_clean_path" $bylaw_node $bylaw_script shim ask --root $bylaw_root)
    end
    set -g __bylaw_tell 0
    string match -q '*tell' -- $answer[1]; and set -g __bylaw_tell 1
    set -e __bylaw_reason
    test (count $answer) -gt 1; and set -g __bylaw_reason $answer[2..]
    switch "$answer[1]"
        case 'allow*' 'warn*'
            return 0
        case 'deny*'
            return 1
        case '*'
            test "$bylaw_failure" = open
    end
end

function __bylaw_question
    printf '%s\0' bylaw1 7 $argv[1] "$BYLAW_SESSION" $PWD line "$argv[2]" "$BYLAW_UNDER" "$argv[3]"
end

function __bylaw_say
    set -q __bylaw_reason; and string join \n -- $__bylaw_reason >&2
end

if status is-interactive
    function __bylaw_denied
        __bylaw_say
        return 126
    end
    # Enter runs a line only once it has been judged. The stand-in begins with a blank: it stays out of the history.
    function __bylaw_enter
        set -l line (commandline)
        if commandline --is-valid; and test -n (string trim -- "$line" | string collect)
            if __bylaw_ask before '' "$line"
                __bylaw_say
                set -g __bylaw_told $line
                test $__bylaw_tell = 1; or set -e __bylaw_told
            else
                commandline -r ' __bylaw_denied'
            end
        end
        commandline -f execute
    end
    function __bylaw_postexec --on-event fish_postexec
        set -l ended $status
        if set -q __bylaw_told
            __bylaw_ask after $ended "$__bylaw_told"
            set -e __bylaw_told
        end
    end
    function __bylaw_bind --on-event fish_prompt
        functions -e __bylaw_bind
        for mode in default insert
            bind -M $mode \r __bylaw_enter
            bind -M $mode \n __bylaw_enter
        end
    end
else if test -r /proc/$fish_pid/cmdline
    set -l words (string split0 </proc/$fish_pid/cmdline)
    set -l at (contains -i -- -c $words)
    if test -n "$at"; and test $at -lt (count $words)
        set -l line $words[(math $at + 1)]
        if test -z "$BYLAW_UNDER"; or string match -rq -- $bylaw_pattern "$line"
            if not __bylaw_ask before '' "$line"
                __bylaw_say
                # `exit` in a start file ends only the file.
                exec sh -c 'exit 126'
            end
            __bylaw_say
        end
    end
end
