// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellhandlers.h"

namespace Decayscope {

namespace {

constexpr qsizetype longestOutput = 16'000'000;

/// Backslash escapes as `printf` and `echo -e` read them; nothing for those given by number.
std::optional<QString> unescaped(QStringView text)
{
    if (!text.contains(u'\\'))
        return text.toString();
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'\\') {
            plain += text[at];
            continue;
        }
        ++at;
        if (at >= text.size())
            return std::nullopt;
        if (text[at] == u'n')
            plain += u'\n';
        else if (text[at] == u't')
            plain += u'\t';
        else if (text[at] == u'\\')
            plain += u'\\';
        else
            return std::nullopt;
    }
    return plain;
}

/// The known words from a place on; nothing where one is not.
std::optional<QStringList> knownWords(const ShellCommand &command, std::size_t from)
{
    QStringList words;
    for (auto at = from; at < command.words.size(); ++at) {
        if (!command.words[at].isKnown)
            return std::nullopt;
        words.append(command.words[at].text);
    }
    return words;
}

/// A format of `printf` cut at its `%s`; nothing where it has others.
std::optional<QStringList> formatParts(const QString &format)
{
    QStringList parts{QString()};
    for (qsizetype at = 0; at < format.size(); ++at) {
        const auto isPercent = format.at(at) == u'%';
        if (isPercent && at + 1 < format.size() && format.at(at + 1) == u's')
            parts.append(QString());
        else if (isPercent && at + 1 < format.size() && format.at(at + 1) == u'%')
            parts.back() += u'%';
        else if (isPercent)
            return std::nullopt;
        else
            parts.back() += format.at(at);
        at += isPercent ? 1 : 0;
    }
    return parts;
}

/// The format is used again until all words are.
std::optional<QString> formatted(const QStringList &parts, const QStringList &words)
{
    QString text;
    qsizetype word = 0;
    do {
        text += parts.front();
        for (qsizetype part = 1; part < parts.size(); ++part) {
            text += words.value(word++);
            text += parts.at(part);
        }
        if (text.size() > longestOutput)
            return std::nullopt;
    } while (parts.size() > 1 && word < words.size());
    return text;
}

} // namespace

void handleEcho(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Harmless;
    std::size_t from = 1;
    auto hasNewline = true;
    auto hasEscapes = false;
    static const QStringList options{u"-n"_s, u"-e"_s, u"-E"_s, u"-ne"_s, u"-en"_s};
    while (from < command.words.size() && options.contains(command.words[from].text)) {
        hasNewline &= !command.words[from].text.contains(u'n');
        hasEscapes |= command.words[from].text.contains(u'e');
        ++from;
    }
    const auto words = knownWords(command, from);
    if (!words)
        return;
    auto text = words->join(u' ');
    // Without -e shells differ: dash, which is often sh, reads escapes and bash does not.
    if (!hasEscapes && text.contains(u'\\'))
        return;
    const auto plain = hasEscapes ? unescaped(text) : std::optional(text);
    if (plain)
        effects.output = hasNewline ? QString(*plain + u'\n') : *plain;
}

void handlePrintf(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Harmless;
    auto words = knownWords(command, 1);
    if (words && !words->isEmpty() && words->front() == "--"_L1)
        words->removeFirst();
    if (!words || words->isEmpty() || words->front().startsWith(u'-'))
        return;
    const auto format = unescaped(words->takeFirst());
    const auto parts = format ? formatParts(*format) : std::nullopt;
    if (parts && parts->size() <= 100)
        effects.output = formatted(*parts, *words);
}

void handleCat(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
    for (std::size_t at = 1; at < command.words.size(); ++at) {
        if (command.words[at].text != "-"_L1)
            return;
    }
    effects.output = command.input;
    // Without a here-document it waits for somebody to type.
    if (!command.input)
        effects.manner = CommandManner::Program;
}

void handleTee(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = command.input ? CommandManner::Complains : CommandManner::Program;
    const auto line = commandLineOf(command);
    const auto isAppending = line.hasLetter(u'a') || line.has(u"--append");
    for (const auto &operand : line.operands) {
        const auto place = inFolder(command.folder, operand);
        if (operand.isKnown && operand.text.startsWith("/dev/"_L1))
            continue;
        if (!command.input || !place.isKnown || !line.isReadable) {
            effects.edits.push_back(opaqueEdit(place));
            continue;
        }
        ShellEdit edit;
        edit.edit.kind = isAppending ? FileEdit::Kind::Append : FileEdit::Kind::Content;
        edit.edit.path = place.text;
        edit.edit.after = *command.input;
        effects.edits.push_back(std::move(edit));
    }
    effects.output = command.input;
}

void handleTrue(const ShellCommand &, CommandEffects &effects)
{
    effects.manner = CommandManner::Harmless;
    effects.output = QString();
}

void handleCd(const ShellCommand &command, CommandEffects &effects)
{
    effects.manner = CommandManner::Complains;
    ShellValue folder;
    const auto line = commandLineOf(command);
    if (command.words.front().text != "popd"_L1 && line.operands.size() == 1 && line.options.isEmpty()
        && line.operands.front().text != "-"_L1) {
        folder = inFolder(command.folder, line.operands.front());
    } else {
        folder.appendUnknown(false);
    }
    effects.newFolder = folder;
}

void handleLeave(const ShellCommand &, CommandEffects &effects)
{
    effects.manner = CommandManner::Leaves;
}

} // namespace Decayscope
