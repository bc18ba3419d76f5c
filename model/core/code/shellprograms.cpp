// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inlinescript.h"
#include "shellhandlers.h"

namespace Decayscope {

namespace {

constexpr int mostShells = 4;

/// The text an interpreter is given: behind `-c` or `-e`, or as its input. Nothing where it runs a file.
struct InlineText
{
    QString text;
    bool isInline = false;
    bool isKnown = true;
};

bool takesScript(const QString &option)
{
    return option == "-c"_L1 || option == "-e"_L1 || option == "-p"_L1 || option == "--eval"_L1
        || option == "--print"_L1 || option == "-pe"_L1 || option == "-lc"_L1;
}

InlineText inlineText(const ShellCommand &command)
{
    for (std::size_t at = 1; at < command.words.size(); ++at) {
        const auto &word = command.words[at];
        if (takesScript(word.text)) {
            if (at + 1 == command.words.size())
                return {};
            return {command.words[at + 1].text, true, command.words[at + 1].isKnown};
        }
        if (!word.text.startsWith(u'-') || !word.isKnown)
            return {};
        if (word.text == "-m"_L1)
            return {};
    }
    for (const auto &redirection : command.redirections) {
        if (redirection.sign.startsWith("<<"_L1))
            return {redirection.sign == "<<<"_L1 ? redirection.target.text : redirection.body, true,
                redirection.sign == "<<<"_L1 ? redirection.target.isKnown : redirection.isBodyLiteral};
    }
    return {command.input.value_or(QString()), command.input.has_value(), true};
}

/// `perl -i` and `ruby -i` rewrite the files behind their script.
bool handleInPlace(const ShellCommand &command, CommandEffects &effects)
{
    const auto line = commandLineOf(command);
    if (!line.hasLetter(u'i') || !line.hasLetter(u'e'))
        return false;
    for (std::size_t at = 1; at < line.operands.size(); ++at)
        addOpaque(command, effects, line.operands[at]);
    if (line.operands.size() < 2)
        addOpaqueAll(effects);
    return true;
}

void addFilesUnder(const ShellCommand &command, CommandEffects &effects, const QString &folder, const QString &end)
{
    ShellValue place;
    place.text = folder == "."_L1 || folder.isEmpty() ? QString()
        : folder.endsWith(u'/')                       ? folder
                                                      : QString(folder + u'/');
    place.appendUnknown(true);
    place.end = end;
    addOpaque(command, effects, place);
}

QString firstOperand(const CommandLine &line, std::size_t at = 0)
{
    return line.operands.size() > at ? line.operands[at].text : QString();
}

} // namespace

void handleInterpreter(const ShellCommand &command, CommandEffects &effects)
{
    const auto name = command.words.front().text;
    if ((name.endsWith("perl"_L1) || name.endsWith("ruby"_L1)) && handleInPlace(command, effects))
        return;
    const auto script = inlineText(command);
    if (!script.isInline)
        return;
    const auto writes = inlineWrites(script.text);
    for (const auto &path : writes.paths)
        addOpaque(command, effects, path);
    const auto isUnread = name.endsWith("perl"_L1) || name.endsWith("ruby"_L1);
    const auto mayWrite = script.text.contains("open"_L1) || script.text.contains("write"_L1, Qt::CaseInsensitive)
        || script.text.contains("unlink"_L1);
    if (writes.hasOther || (!script.isKnown && mayWrite) || (isUnread && mayWrite))
        addOpaqueAll(effects);
}

/// A shell within the shell: what it does is read, but whether it came to it is not followed.
void handleShell(const ShellCommand &command, CommandEffects &effects)
{
    auto script = inlineText(command);
    if (command.words.front().text == "eval"_L1 && command.words.size() == 2)
        script = {command.words[1].text, true, command.words[1].isKnown};
    if (!script.isInline)
        return;
    if (!script.isKnown || command.depth >= mostShells || !command.folder.isKnown)
        return addOpaqueAll(effects);
    for (const auto &edit : shellScriptWithin(script.text, command.folder.text, command.depth + 1).edits) {
        for (auto &doubt : inDoubt(edit))
            effects.edits.push_back(std::move(doubt));
    }
}

void handleFind(const ShellCommand &command, CommandEffects &effects)
{
    static const QStringList changers{u"sed"_s, u"perl"_s, u"rm"_s, u"mv"_s, u"sh"_s, u"bash"_s, u"dos2unix"_s};
    auto changes = false;
    QString name;
    for (std::size_t at = 1; at < command.words.size(); ++at) {
        const auto &word = command.words[at].text;
        const auto next = at + 1 < command.words.size() ? command.words[at + 1].text : QString();
        changes |= word == "-delete"_L1 || (word.startsWith("-exec"_L1) && changers.contains(next));
        if (word == "-name"_L1)
            name = next;
    }
    if (!changes)
        return;
    const auto folder
        = command.words.size() > 1 && !command.words[1].text.startsWith(u'-') ? command.words[1].text : QString();
    const auto star = qMax(qMax(name.lastIndexOf(u'*'), name.lastIndexOf(u'?')), name.lastIndexOf(u']'));
    addFilesUnder(command, effects, folder, name.sliced(star + 1));
}

void handleXargs(const ShellCommand &command, CommandEffects &effects)
{
    static const QStringList changers{u"sed"_s, u"perl"_s, u"rm"_s, u"mv"_s, u"cp"_s, u"sh"_s, u"bash"_s, u"git"_s};
    for (const auto &word : command.words) {
        if (changers.contains(word.text))
            return addOpaqueAll(effects);
    }
}

/// Package managers rewrite the list of packages and their lock.
void handlePackages(const ShellCommand &command, CommandEffects &effects)
{
    const auto line = commandLineOf(command);
    const auto program = command.words.front().text;
    const auto verb = firstOperand(line);
    static const QStringList writers{u"init"_s, u"install"_s, u"i"_s, u"add"_s, u"pkg"_s, u"remove"_s, u"uninstall"_s,
        u"update"_s, u"upgrade"_s, u"un"_s, u"set-script"_s, u"audit"_s, u"lock"_s, u"sync"_s};
    if (program == "uv"_L1 && verb == "run"_L1) {
        auto inner = command;
        inner.words.erase(inner.words.begin(), inner.words.begin() + 2);
        if (!inner.words.empty() && inner.words.front().text.startsWith("python"_L1))
            handleInterpreter(inner, effects);
        return;
    }
    if (!writers.contains(verb) || line.has(u"-g") || line.has(u"--global"))
        return;
    const auto isNode = program == "npm"_L1 || program == "pnpm"_L1 || program == "yarn"_L1;
    const auto namesPackages
        = line.operands.size() > 1 || (verb != "install"_L1 && verb != "i"_L1 && verb != "sync"_L1);
    if (namesPackages)
        addOpaque(command, effects, isNode ? u"package.json"_s : u"pyproject.toml"_s);
    addOpaque(command, effects,
        program == "npm"_L1        ? u"package-lock.json"_s
            : program == "pnpm"_L1 ? u"pnpm-lock.yaml"_s
            : program == "yarn"_L1 ? u"yarn.lock"_s
            : program == "uv"_L1   ? u"uv.lock"_s
                                   : u"poetry.lock"_s);
}

/// Formatters rewrite files, or all below a folder; with `--check` they only look.
void handleFormatter(const ShellCommand &command, CommandEffects &effects)
{
    auto line = commandLineOf(command);
    auto program = command.words.front().text;
    program = program.sliced(program.lastIndexOf(u'/') + 1);
    if (program == "npx"_L1) {
        program = firstOperand(line);
        if (program != "prettier"_L1 && program != "eslint"_L1)
            return;
        line.operands.erase(line.operands.begin());
    }
    const auto writes = program == "prettier"_L1           ? line.has(u"--write") || line.hasLetter(u'w')
        : program == "eslint"_L1                           ? line.has(u"--fix")
        : program == "ruff"_L1                             ? line.has(u"--fix") || firstOperand(line) == "format"_L1
        : program == "gofmt"_L1                            ? line.hasLetter(u'w')
        : program == "autopep8"_L1 || program == "yapf"_L1 ? line.hasLetter(u'i') || line.has(u"--in-place")
                                                           : !line.has(u"--check") && !line.has(u"--diff");
    if (!writes || line.has(u"--check") || line.has(u"--version"))
        return;
    for (const auto &operand : line.operands) {
        addOpaque(command, effects, operand);
        if (operand.isKnown && (operand.text == "."_L1 || !operand.text.contains(u'.')))
            addFilesUnder(command, effects, operand.text, {});
    }
}

/// Programs that rewrite or make the files they name.
void handleRewriter(const ShellCommand &command, CommandEffects &effects)
{
    const auto line = commandLineOf(command);
    const auto isAwk = command.words.front().text.endsWith("awk"_L1);
    if (isAwk && !(line.hasLetter(u'i') && firstOperand(line) == "inplace"_L1))
        return;
    for (std::size_t at = isAwk ? 2 : 0; at < line.operands.size(); ++at)
        addOpaque(command, effects, line.operands[at]);
}

/// Programs that write where an option says: `curl -o f`, `wget -O f`, `sort -o f`, `dd of=f`.
void handleDownload(const ShellCommand &command, CommandEffects &effects)
{
    const auto isWget = command.words.front().text.endsWith("wget"_L1);
    for (std::size_t at = 1; at < command.words.size(); ++at) {
        const auto &word = command.words[at].text;
        const auto isOption = word == (isWget ? "-O"_L1 : "-o"_L1) || word == "--output"_L1;
        if (isOption && at + 1 < command.words.size() && command.words[at + 1].text != "-"_L1)
            addOpaque(command, effects, command.words[at + 1]);
        if (word.startsWith("of="_L1))
            addOpaque(command, effects, word.sliced(3));
    }
}

} // namespace Decayscope
