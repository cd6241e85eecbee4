# Bylaw in zsh. The first start file that zsh reads; the user's own are read from their own folder from here on.
if [[ -n ${BYLAW_USER_ZDOTDIR-} ]]; then
  ZDOTDIR=$BYLAW_USER_ZDOTDIR
else
  unset ZDOTDIR
fi
[[ ! -r ${ZDOTDIR:-$HOME}/.zshenv ]] || source ${ZDOTDIR:-$HOME}/.zshenv
source ${${(%):-%x}:A:h:h}/settings
typeset -g __bylaw_line= __bylaw_judged= __bylaw_told= __bylaw_answer= __bylaw_asking=
export BYLAW_USER_ZDOTDIR=${ZDOTDIR-}

# phase, exit status, line: the answer in __bylaw_answer, status 0 if the line may run.
__bylaw_ask() {
  emulate -L zsh
  local fd REPLY __bylaw_asking=1
  __bylaw_answer=
  if zmodload zsh/net/socket 2>/dev/null && zsocket $bylaw_socket 2>/dev/null; then
    fd=$REPLY
    __bylaw_question "$@" >&$fd
    IFS= read -r -d '' -u $fd __bylaw_answer
    exec {fd}>&-
  fi
  if [[ -z $__bylaw_answer ]]; then
    __bylaw_answer=$(__bylaw_question "$@" | env -u BASH_ENV -u ZDOTDIR PATH=$bylaw_clean_path $bylaw_node $bylaw_script shim ask --root $bylaw_root)
  fi
  case ${__bylaw_answer%%$'\n'*} in
    (allow*|warn*) return 0 ;;
    (deny*) return 1 ;;
    (*) [[ $bylaw_failure == open ]] ;;
  esac
}

__bylaw_question() {
  builtin printf '%s\0' bylaw1 7 $1 "${BYLAW_SESSION-}" "$PWD" line "$2" "${BYLAW_UNDER-}" "$3"
}

__bylaw_reason() {
  [[ $__bylaw_answer != *$'\n'?* ]] || print -ru2 -- ${${__bylaw_answer#*$'\n'}%$'\n'}
}

# Before each list of commands. Status 126 from here keeps it from running: in the user's own shell the rest of the line
# goes with it, a script or subshell ends.
__bylaw_debug() {
  local line=$ZSH_DEBUG_CMD
  [[ -z $__bylaw_asking ]] || return 0
  if [[ -o interactive ]]; then
    [[ -n $__bylaw_line ]] || return 0
    if [[ -z $__bylaw_judged ]]; then
      # Not yet the line itself, but what is run before it.
      (( $#funcstack == 2 )) || return 0
      line=$__bylaw_line __bylaw_judged=1
    elif [[ ! $line =~ $bylaw_pattern ]]; then
      return 0
    fi
  else
    [[ $ZSH_EVAL_CONTEXT == *file* ]] || __bylaw_settle
    [[ $line =~ $bylaw_pattern ]] || return 0
  fi
  __bylaw_ask before '' $line
  local -i may=$?
  __bylaw_reason
  if (( may != 0 )); then
    [[ -o interactive ]] && (( ZSH_SUBSHELL == 0 )) && return 126
    exit 126
  fi
  [[ -o interactive && $line == $__bylaw_line && ${__bylaw_answer%%$'\n'*} == *tell ]] && __bylaw_told=$line
  return 0
}

# Only a `return` of its own keeps a trap's command from running.
TRAPDEBUG() { __bylaw_debug || return $? }
typeset -g __bylaw_trap=$functions[TRAPDEBUG]

# Once the user's start files are through: shims first on PATH, and the shells started from here read this file too.
__bylaw_settle() {
  path=($bylaw_shims ${path:#$bylaw_shims})
  export ZDOTDIR=$bylaw_shims/zsh
}

__bylaw_preexec() {
  __bylaw_line=${1:-$3}
  __bylaw_judged=
}

__bylaw_precmd() {
  local -i ended=$?
  __bylaw_line=
  [[ -z $__bylaw_told ]] || __bylaw_ask after $ended $__bylaw_told
  __bylaw_told=
  source $bylaw_shims/settings
  __bylaw_settle
  if [[ $functions[TRAPDEBUG] != $__bylaw_trap ]]; then
    [[ -z $functions[TRAPDEBUG] ]] || functions[__bylaw_user_debug]=$functions[TRAPDEBUG]
    TRAPDEBUG() { (( ! $+functions[__bylaw_user_debug] )) || __bylaw_user_debug; __bylaw_debug || return $? }
    __bylaw_trap=$functions[TRAPDEBUG]
  fi
  return $ended
}

if [[ -o interactive ]]; then
  preexec_functions+=(__bylaw_preexec)
  precmd_functions+=(__bylaw_precmd)
else
  if [[ -n $ZSH_EXECUTION_STRING && ( -z ${BYLAW_UNDER-} || $ZSH_EXECUTION_STRING =~ $bylaw_pattern ) ]]; then
    __bylaw_ask before '' $ZSH_EXECUTION_STRING
    __bylaw_may=$?
    __bylaw_reason
    (( __bylaw_may == 0 )) || exit 126
    if [[ ${__bylaw_answer%%$'\n'*} == *tell ]]; then
      zshexit_functions+=(__bylaw_end)
      __bylaw_end() { __bylaw_ask after $? $ZSH_EXECUTION_STRING }
    fi
  fi
  [[ -o login ]] || __bylaw_settle
fi
