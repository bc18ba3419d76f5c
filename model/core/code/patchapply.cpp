// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patch.h"

namespace Decayscope {

namespace {

using LineKind = HunkLine::Kind;

bool isComplete(const Hunk &hunk)
{
    int olds = 0;
    int news = 0;
    for (const auto &line : hunk.lines) {
        olds += line.kind == LineKind::Added ? 0 : 1;
        news += line.kind == LineKind::Removed ? 0 : 1;
    }
    return olds == hunk.oldCount && news == hunk.newCount;
}

bool isReadable(const FilePatch &file)
{
    return !file.isBinary && !file.isCombined && !file.isDamaged;
}

/// The lines of one side of the only hunk, where it is the whole file.
std::optional<QString> wholeSide(const FilePatch &file, LineKind side)
{
    if (!isReadable(file) || file.hunks.size() > 1)
        return std::nullopt;
    QString text;
    for (const auto &hunk : file.hunks) {
        if (!isComplete(hunk) || (side == LineKind::Added ? hunk.oldCount : hunk.newCount) != 0)
            return std::nullopt;
        for (const auto &line : hunk.lines) {
            text += line.text;
            if (!line.endsWithoutNewline)
                text += u'\n';
        }
    }
    return text;
}

/// A text walked line by line; the line feed belongs to its line.
class LineCursor
{
public:
    explicit LineCursor(QStringView text)
        : m_text(text)
    { }

    bool isAtEnd() const { return m_position >= m_text.size(); }
    qsizetype position() const { return m_position; }
    int linesRead() const { return m_lines; }

    bool skipTo(int line)
    {
        while (m_lines < line) {
            if (isAtEnd())
                return false;
            take();
        }
        return m_lines == line;
    }

    QStringView take()
    {
        const auto end = m_text.indexOf(u'\n', m_position);
        const auto stop = end < 0 ? m_text.size() : end + 1;
        const auto line = m_text.sliced(m_position, stop - m_position);
        m_position = stop;
        ++m_lines;
        return line;
    }

private:
    QStringView m_text;
    qsizetype m_position = 0;
    int m_lines = 0;
};

bool isSameLine(QStringView fileLine, const HunkLine &line)
{
    if (fileLine.endsWith(u'\n'))
        return !line.endsWithoutNewline && fileLine.chopped(1) == line.text;
    return line.endsWithoutNewline && fileLine == line.text;
}

bool applyHunk(const Hunk &hunk, LineCursor &cursor, QString &result)
{
    for (const auto &line : hunk.lines) {
        if (line.kind != LineKind::Added && (cursor.isAtEnd() || !isSameLine(cursor.take(), line)))
            return false;
        if (line.kind == LineKind::Removed)
            continue;
        result += line.text;
        if (!line.endsWithoutNewline)
            result += u'\n';
    }
    return true;
}

} // namespace

std::optional<QString> FilePatch::addedText() const
{
    return kind == Kind::Added ? wholeSide(*this, LineKind::Added) : std::nullopt;
}

std::optional<QString> FilePatch::deletedText() const
{
    return kind == Kind::Deleted ? wholeSide(*this, LineKind::Removed) : std::nullopt;
}

std::optional<QString> applied(const FilePatch &patch, QStringView text)
{
    if (!isReadable(patch))
        return std::nullopt;
    QString result;
    LineCursor cursor(text);
    for (const auto &hunk : patch.hunks) {
        const auto from = cursor.position();
        const auto before = hunk.oldCount == 0 ? hunk.oldStart : hunk.oldStart - 1;
        if (!isComplete(hunk) || before < cursor.linesRead() || !cursor.skipTo(before))
            return std::nullopt;
        result += text.sliced(from, cursor.position() - from);
        if (!result.isEmpty() && !result.endsWith(u'\n'))
            return std::nullopt;
        if (!applyHunk(hunk, cursor, result))
            return std::nullopt;
    }
    result += text.sliced(cursor.position());
    return result;
}

QString unifiedText(const FilePatch &patch)
{
    if (patch.hunks.empty())
        return {};
    QString text = (patch.oldPath.isEmpty() ? QStringLiteral("--- /dev/null\n") : u"--- a/" % patch.oldPath % u'\n')
        + (patch.newPath.isEmpty() ? QStringLiteral("+++ /dev/null\n") : u"+++ b/" % patch.newPath % u'\n');
    for (const auto &hunk : patch.hunks) {
        text += QStringLiteral("@@ -%1,%2 +%3,%4 @@\n")
                    .arg(hunk.oldStart)
                    .arg(hunk.oldCount)
                    .arg(hunk.newStart)
                    .arg(hunk.newCount);
        for (const auto &line : hunk.lines) {
            text += (line.kind == LineKind::Context          ? u' '
                            : line.kind == LineKind::Removed ? u'-'
                                                             : u'+')
                + line.text + u'\n';
            if (line.endsWithoutNewline)
                text += QStringLiteral("\\ No newline at end of file\n");
        }
    }
    return text;
}

} // namespace Decayscope
