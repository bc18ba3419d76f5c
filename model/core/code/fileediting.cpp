// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fileediting.h"

#include "patch.h"

namespace Decayscope {

namespace {

constexpr qsizetype longestText = 32'000'000;

/// The place where line `line` (0-based) begins; nothing behind the last one.
std::optional<qsizetype> startOfLine(const QString &text, int line)
{
    qsizetype at = 0;
    for (int number = 0; number < line; ++number) {
        const auto feed = text.indexOf(u'\n', at);
        if (feed < 0)
            return std::nullopt;
        at = feed + 1;
    }
    return at;
}

/// Tools that find nothing try again without the blanks around the texts.
std::optional<QString> replacedOnce(const QString &before, const QString &after, const QString &text)
{
    if (before.isEmpty())
        return std::nullopt;
    const auto at = text.indexOf(before);
    if (at < 0) {
        const auto trimmed = before.trimmed();
        return trimmed == before ? std::nullopt : replacedOnce(trimmed, after.trimmed(), text);
    }
    if (text.indexOf(before, at + 1) >= 0)
        return std::nullopt;
    return text.first(at) + after + text.sliced(at + before.size());
}

/// One line with its occurrences replaced, as far as the edit wants.
void appendReplaced(QString &result, QStringView line, const FileEdit &edit)
{
    qsizetype from = 0;
    auto at = line.indexOf(*edit.before);
    while (at >= 0 && result.size() <= longestText) {
        result += line.sliced(from, at - from);
        result += edit.after;
        from = at + edit.before->size();
        at = edit.oncePerLine ? -1 : line.indexOf(*edit.before, from);
    }
    result += line.sliced(from);
}

std::optional<QString> replacedAll(const FileEdit &edit, const QString &text)
{
    if (!edit.before || edit.before->isEmpty())
        return std::nullopt;
    QString result;
    if (edit.line == 0 && !edit.oncePerLine) {
        appendReplaced(result, text, edit);
        return result.size() > longestText ? std::nullopt : std::optional(result);
    }
    int number = 0;
    qsizetype at = 0;
    while (at < text.size() && result.size() <= longestText) {
        const auto feed = text.indexOf(u'\n', at);
        const auto end = feed < 0 ? text.size() : feed;
        const auto line = QStringView(text).sliced(at, end - at);
        ++number;
        if (edit.line == 0 || (number >= edit.line && number <= qMax(edit.line, edit.lastLine)))
            appendReplaced(result, line, edit);
        else
            result += line;
        if (feed >= 0)
            result += u'\n';
        at = end + 1;
    }
    return result.size() > longestText ? std::nullopt : std::optional(result);
}

std::optional<QString> inserted(const FileEdit &edit, const QString &text)
{
    const auto at = edit.line < 0 ? std::nullopt : startOfLine(text, edit.line);
    if (!at)
        return std::nullopt;
    // Stream editors need the line they are told, editors only the one before it.
    const auto needed = edit.lastLine > 0 ? startOfLine(text, edit.lastLine - 1) : at;
    if (!needed || (edit.lastLine > 0 && *needed >= text.size()))
        return std::nullopt;
    return text.first(*at) + edit.after + u'\n' + text.sliced(*at);
}

std::optional<QString> withLines(const FileEdit &edit, const QString &text)
{
    if (edit.line < 1 || edit.lastLine < edit.line)
        return std::nullopt;
    const auto from = startOfLine(text, edit.line - 1);
    if (!from || *from >= text.size())
        return std::nullopt;
    const auto to = startOfLine(text, edit.lastLine);
    if (!to && !text.endsWith(u'\n'))
        return std::nullopt;
    auto middle = edit.after;
    if (!middle.isEmpty() && !middle.endsWith(u'\n'))
        middle += u'\n';
    return text.first(*from) + middle + text.sliced(to.value_or(text.size()));
}

std::optional<QString> patched(const FileEdit &edit, const QString &text)
{
    const auto patch = readPatchFiles(edit.after.toUtf8());
    return patch.files.size() == 1 ? applied(patch.files.front(), text) : std::nullopt;
}

} // namespace

std::optional<QString> editedText(const FileEdit &edit, const QString &text)
{
    using Kind = FileEdit::Kind;
    if (text.size() > longestText || edit.after.size() > longestText)
        return std::nullopt;
    switch (edit.kind) {
    case Kind::Content:
        return edit.after;
    case Kind::Append:
        return text + edit.after;
    case Kind::Replace:
        return edit.before ? replacedOnce(*edit.before, edit.after, text) : std::nullopt;
    case Kind::ReplaceAll:
        return replacedAll(edit, text);
    case Kind::Insert:
        return inserted(edit, text);
    case Kind::Lines:
        return withLines(edit, text);
    case Kind::Diff:
        return patched(edit, text);
    case Kind::Undo:
    case Kind::Delete:
    case Kind::Move:
    case Kind::Copy:
    case Kind::Opaque:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace Decayscope
