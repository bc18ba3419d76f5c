// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turntext.h"

#include "ansitext.h"
#include "textrows.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 endRows = 24;
constexpr qsizetype endCharacters = 16 * 1024;
constexpr qsizetype longestTitle = 160;
constexpr qsizetype deepestIndent = 40;

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

ShownTurn shownTurn(const TurnContent &turn)
{
    ShownTurn shown{.role = turn.role, .kind = turn.kind, .name = turn.name};
    for (int i = 0; i < static_cast<int>(turn.parts.size()); ++i) {
        const auto &part = turn.parts[static_cast<size_t>(i)];
        auto kept = keptPart(part.kind, part.text);
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

QString rawText(const QByteArray &raw)
{
    const auto first
        = std::ranges::find_if_not(raw, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    if (first == raw.end() || (*first != '{' && *first != '['))
        return QString::fromUtf8(raw);
    QByteArray out;
    out.reserve(raw.size() + raw.size() / 4);
    qsizetype depth = 0;
    bool inString = false;
    const auto breakLine = [&] {
        out.append('\n');
        out.append(2 * std::clamp<qsizetype>(depth, 0, deepestIndent), ' ');
    };
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (inString) {
            out.append(c);
            if (c == '\\' && i + 1 < raw.size())
                out.append(raw[++i]);
            inString = c != '"';
        } else if (c == '{' || c == '[') {
            out.append(c);
            ++depth;
            breakLine();
        } else if (c == '}' || c == ']') {
            --depth;
            breakLine();
            out.append(c);
        } else if (c == ',') {
            out.append(c);
            breakLine();
        } else if (c == ':') {
            out.append(": ");
        } else if (c == '"') {
            out.append(c);
            inString = true;
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            out.append(c);
        }
    }
    return QString::fromUtf8(out);
}

ShownPart rawPart(const QString &text)
{
    auto part = keptPart(PartKind::Raw, text);
    part.index = -1;
    return part;
}

QString titleOf(const ShownTurn &turn)
{
    for (const auto wanted :
        {PartKind::Command, PartKind::Edit, PartKind::Text, PartKind::Error, PartKind::Output, PartKind::Reasoning}) {
        for (const auto &part : turn.parts) {
            if (part.kind != wanted)
                continue;
            const auto &text = part.text;
            for (const auto line : QStringView(text).first(std::min(text.size(), endCharacters)).tokenize(u'\n')) {
                const auto said = withoutAnsi(line.first(std::min(line.size(), 4 * longestTitle))).simplified();
                if (!said.isEmpty())
                    return said.left(longestTitle);
            }
        }
    }
    return turn.name;
}

} // namespace Decayscope
