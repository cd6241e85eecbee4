# Bylaw in bash: judges what stands in the shell's own language, which shims on PATH cannot see.
# Read by each bash of a wrapped shell: by BASH_ENV (scripts, -c) or at the prompt (interactive).

if [[ ${__bylaw_shell-} == "$BASHPID" ]]; then
  __bylaw_prompt
  return 0
fi
if [[ -n ${BYLAW_USER_BASH_ENV-} && $- != *i* && -r $BYLAW_USER_BASH_ENV ]]; then
  . "$BYLAW_USER_BASH_ENV"
fi
. "${BASH_SOURCE[0]%/*}/settings"
__bylaw_shell=$BASHPID
__bylaw_stub=
__bylaw_judging=
__bylaw_line_denied=
__bylaw_told=

# A login shell sets PATH anew.
case :$PATH: in
*:"$bylaw_shims":*) ;;
*) PATH=$bylaw_shims:$PATH ;;
esac

# phase, exit status, line: the answer in __bylaw_answer, status 0 if the line may run.
__bylaw_ask() {
  __bylaw_answer=
  if [[ -n $bylaw_nc && -S $bylaw_socket ]]; then
    __bylaw_answer=$(__bylaw_question "$@" | "$bylaw_nc" -w 10 -U "$bylaw_socket" 2>/dev/null)
  fi
  if [[ -z $__bylaw_answer ]]; then
    __bylaw_answer=$(__bylaw_question "$@" | env -u BASH_ENV PATH="$bylaw_clean_path" "$bylaw_node" "$bylaw_script" shim ask --root "$bylaw_root")
  fi
  case ${__bylaw_answer%%$'\n'*} in
  allow* | warn*) return 0 ;;
  deny*) return 1 ;;
  *) [[ $bylaw_failure == open ]] ;;
  esac
}

__bylaw_question() {
  builtin printf '%s\0' bylaw1 7 "$1" "${BYLAW_SESSION-}" "$PWD" line "$2" "${BYLAW_UNDER-}" "$3"
}

__bylaw_reason() {
  [[ $__bylaw_answer != *$'\n'* ]] || builtin printf '%s\n' "${__bylaw_answer#*$'\n'}" >&2
}

# Makes the coming simple command end with 126 instead of running. A subshell or script ends altogether; the user's
# own shell goes on: the command's name is taken by a function for this once.
__bylaw_refuse() {
  [[ $- == *i* && $BASH_SUBSHELL == 0 ]] || exit 126
  local word=$1
  while [[ $word =~ ^[A-Za-z_][A-Za-z0-9_]*=[^[:space:]\'\"\$\`]*[[:space:]]+(.*)$ ]]; do word=${BASH_REMATCH[1]}; done
  word=${word%%[[:space:]]*}
  if [[ $word =~ ^[A-Za-z0-9_./:@%+-]+$ && $(type -t -- "$word") != keyword ]]; then
    __bylaw_saved=$(declare -f -- "$word")
    __bylaw_stub=$word
    eval "function $word { return 126; }"
    return 0
  fi
  shopt -s extdebug
  return 1
}

__bylaw_unstub() {
  unset -f -- "$__bylaw_stub"
  [[ -z $__bylaw_saved ]] || eval "$__bylaw_saved"
  __bylaw_stub=
}

# Before each simple command. $1: its text. The last word of the call restores $_.
__bylaw_debug() {
  [[ -z $__bylaw_judging && $1 != ". '$bylaw_shims/bash.sh'" && $1 != __bylaw_ready && ${BASH_SOURCE[1]-} != "$bylaw_shims/bash.sh" ]] || return 0
  local __bylaw_judging=1
  if [[ -n $__bylaw_stub ]]; then
    [[ ${FUNCNAME[1]-} != "$__bylaw_stub" ]] || return 0
    __bylaw_unstub
  fi
  if [[ $- == *i* && $__bylaw_fresh == 1 && $BASH_SUBSHELL == 0 ]]; then
    __bylaw_fresh=0
    __bylaw_typed "$1" || __bylaw_line_denied=1
  elif [[ -z $__bylaw_line_denied && $1 =~ $bylaw_pattern ]]; then
    __bylaw_ask before '' "$1" || { __bylaw_reason; __bylaw_refuse "$1"; return; }
    __bylaw_reason
  fi
  [[ -z $__bylaw_line_denied ]] || __bylaw_refuse "$1"
}

# The line as typed, if the history has it; else the command alone.
__bylaw_typed() {
  local entry number line=$1
  entry=$(HISTTIMEFORMAT='' builtin history 1)
  if [[ $entry =~ ^[[:space:]]*([0-9]+)[*[:space:]]+(.*)$ ]]; then
    number=${BASH_REMATCH[1]}
    [[ $number == "${__bylaw_number-}" ]] || line=${BASH_REMATCH[2]}
    __bylaw_number=$number
  fi
  __bylaw_ask before '' "$line"
  local may=$?
  __bylaw_reason
  __bylaw_told=
  [[ $may != 0 || ${__bylaw_answer%%$'\n'*} != *tell ]] || __bylaw_told=$line
  return "$may"
}

# At each prompt. Keeps the user's own DEBUG trap going, if one was set since.
__bylaw_prompt() {
  local ended=$? __bylaw_judging=1
  [[ -z $__bylaw_told ]] || __bylaw_ask after "$ended" "$__bylaw_told"
  [[ -z $__bylaw_stub ]] || __bylaw_unstub
  __bylaw_told=
  __bylaw_line_denied=
  shopt -u extdebug
  . "$bylaw_shims/settings"
  __bylaw_arm
  __bylaw_hook
  return "$ended"
}

# The last thing that the prompt does: what comes next has been typed.
__bylaw_ready() {
  __bylaw_fresh=1
}

# Stands around what the user has the prompt do, so that a refused line is over before it and a new one begins behind it.
__bylaw_hook() {
  local begin=". '$bylaw_shims/bash.sh'" end=__bylaw_ready own one
  if [[ $(declare -p PROMPT_COMMAND 2>/dev/null) == 'declare -a'* ]]; then
    local -a others=()
    for one in "${PROMPT_COMMAND[@]}"; do
      [[ $one == "$begin" || $one == "$end" ]] || others+=("$one")
    done
    PROMPT_COMMAND=("$begin" "${others[@]}" "$end")
  elif [[ ${PROMPT_COMMAND-} != "$begin"*"$end" ]]; then
    own=${PROMPT_COMMAND-}
    own=${own//"$begin"/:}
    own=${own//"$end"/:}
    PROMPT_COMMAND=$begin$'\n'${own:+$own$'\n'}$end
  fi
}

__bylaw_arm() {
  local now
  now=$(trap -p DEBUG)
  [[ $now != *__bylaw_debug* ]] || return 0
  now=${now#trap -- }
  eval "__bylaw_user_debug=${now% DEBUG}"
  trap '__bylaw_debug "$BASH_COMMAND" "$_"; '"$__bylaw_user_debug" DEBUG
}

__bylaw_fresh=0
set -T
if [[ $- == *i* ]]; then
  if ! declare -F bash >/dev/null; then
    bash() {
      case $*${BASH_EXECUTION_STRING-} in
      '' | -i) command bash --rcfile "$bylaw_shims/bash-rc" "$@" ;;
      *) command bash "$@" ;;
      esac
    }
  fi
  __bylaw_prompt
  trap '__bylaw_debug "$BASH_COMMAND" "$_"; '"$__bylaw_user_debug" DEBUG
else
  if [[ -n ${BASH_EXECUTION_STRING-} && ( -z ${BYLAW_UNDER-} || $BASH_EXECUTION_STRING =~ $bylaw_pattern ) ]]; then
    __bylaw_ask before '' "$BASH_EXECUTION_STRING" || { __bylaw_reason; exit 126; }
    __bylaw_reason
    if [[ ${__bylaw_answer%%$'\n'*} == *tell ]]; then
      trap '__bylaw_judging=1 __bylaw_ask after "$?" "$BASH_EXECUTION_STRING"' EXIT
    fi
  fi
  # A script runs thousands of commands: those that name no program of a rule cost one comparison. It is one with a
  # wildcard, for bash compiles a regular expression anew each time.
  trap '[[ $BASH_COMMAND != $bylaw_glob || ! $BASH_COMMAND =~ $bylaw_pattern ]] || __bylaw_debug "$BASH_COMMAND" "$_"' DEBUG
fi
