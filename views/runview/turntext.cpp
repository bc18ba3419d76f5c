// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turntext.h"

#include "ansitext.h"
#include "rawtext.h"
#include "textrows.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 endRows = 24;
constexpr qsizetype endCharacters = qsizetype{16} * 1024;
constexpr qsizetype longestTitle = 160;

qint64 lineCount(QStringView text)
{
    return text.isEmpty() ? 0 : std::ranges::count(text, QChar(u'\n')) + (text.endsWith(u'\n') ? 0 : 1);
}

QString diffEffect(QStringView diff)
{
    qint64 added = 0;
    qint64 removed = 0;
    for (const auto line : diff.tokenize(u'\n')) {
        added += line.startsWith(u'+') && !line.startsWith(u"+++");
        removed += line.startsWith(u'-') && !line.startsWith(u"---");
    }
    return u'+' % QString::number(added) % u" \u2212" % QString::number(removed);
}

/// What an edit does, in the signs every programmer knows.
QString effectOf(const FileEdit &edit)
{
    switch (edit.kind) {
    case FileEdit::Kind::Diff:
        return diffEffect(edit.after);
    case FileEdit::Kind::Move:
    case FileEdit::Kind::Copy:
        return u"\u2192 " % edit.target;
    case FileEdit::Kind::Content:
    case FileEdit::Kind::Append:
    case FileEdit::Kind::Replace:
    case FileEdit::Kind::ReplaceAll:
    case FileEdit::Kind::Insert:
    case FileEdit::Kind::Lines:
        break;
    case FileEdit::Kind::Undo:
    case FileEdit::Kind::Delete:
    case FileEdit::Kind::Opaque:
        return {};
    }
    const auto added = u'+' % QString::number(lineCount(edit.after));
    const auto removed = edit.before ? lineCount(*edit.before) : 0;
    return removed > 0 ? QString(added % u" \u2212" % QString::number(removed)) : QString(added);
}

ShownPart keptPart(PartKind kind, const QString &text)
{
    ShownPart shown;
    shown.kind = kind;
    shown.rows = rowCount(text);
    shown.characters = text.size();
    shown.isWhole = text.size() <= wholePartLimit;
    if (shown.isWhole) {
        shown.text = text;
        return shown;
    }
    shown.text = rowsFrom(text, 0, endRows, endCharacters).text.toString();
    shown.tail = lastRows(text, endRows, endCharacters).text.toString();
    return shown;
}

} // namespace

qint64 ShownTurn::bytes() const
{
    qint64 sum = sizeof(ShownTurn);
    for (const auto &part : parts)
        sum += static_cast<qint64>(sizeof(ShownPart)) + 2 * (part.text.size() + part.tail.size());
    return sum;
}

QString shownText(const TurnPart &part)
{
    return part.kind == PartKind::Raw ? rawText(part.text.toUtf8()) : part.text;
}

ShownTurn shownTurn(const TurnContent &turn)
{
    ShownTurn shown{.role = turn.role, .kind = turn.kind, .name = turn.name};
    for (int i = 0; i < static_cast<int>(turn.parts.size()); ++i) {
        const auto &part = turn.parts[static_cast<size_t>(i)];
        auto kept = keptPart(part.kind, shownText(part));
        kept.index = i;
        kept.tool = part.tool;
        kept.returnCode = part.returnCode;
        kept.isError = part.isError || part.kind == PartKind::Error || part.returnCode.value_or(0) != 0;
        if (part.edit) {
            kept.path = part.edit->path;
            kept.effect = effectOf(*part.edit);
            kept.line = part.edit->kind == FileEdit::Kind::Insert ? part.edit->line + 1 : part.edit->line;
        }
        shown.parts.push_back(std::move(kept));
    }
    shown.time = turn.time;
    shown.seconds = turn.seconds;
    shown.tokens = turn.tokens;
    shown.cost = turn.cost;
    shown.returnCode = turn.returnCode();
    return shown;
}

ShownPart rawPart(const QString &text)
{
    auto part = keptPart(PartKind::Raw, text);
    part.index = -1;
    return part;
}

namespace {

/// The first line that says something; empty where none does near the start.
QString firstWords(QStringView text)
{
    for (const auto line : text.first(std::min(text.size(), endCharacters)).tokenize(u'\n')) {
        const auto said = withoutAnsi(line.first(std::min(line.size(), 4 * longestTitle))).simplified();
        if (!said.isEmpty())
            return said.left(longestTitle);
    }
    return {};
}

} // namespace

QString titleOf(const ShownTurn &turn)
{
    for (const auto kind :
        {PartKind::Command, PartKind::Edit, PartKind::Text, PartKind::Error, PartKind::Output, PartKind::Reasoning}) {
        for (const auto &part : turn.parts) {
            const auto title = part.kind == kind ? firstWords(part.text) : QString();
            if (!title.isEmpty())
                return title;
        }
    }
    return turn.name.left(longestTitle);
}

} // namespace Decayscope
