// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patchpaths.h"
#include "patchreader.h"

#include <climits>

namespace Decayscope {

namespace {

/// `12` or `12,3` from the front of a text; a missing count is 1. False where there is no such number.
bool takeRange(QByteArrayView &text, int &start, int &count)
{
    const auto takeNumber = [&text](int &number) {
        qint64 value = 0;
        qsizetype digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9' && value <= INT_MAX)
            value = value * 10 + (text[digits++] - '0');
        number = static_cast<int>(qMin<qint64>(value, INT_MAX));
        text = text.sliced(digits);
        return digits > 0 && value <= INT_MAX;
    };
    if (!takeNumber(start))
        return false;
    count = 1;
    if (!text.startsWith(','))
        return true;
    text = text.sliced(1);
    return takeNumber(count);
}

std::optional<Hunk> hunkHeader(QByteArrayView line)
{
    Hunk hunk;
    auto rest = line.sliced(4);
    if (!takeRange(rest, hunk.oldStart, hunk.oldCount) || !rest.startsWith(" +"))
        return std::nullopt;
    rest = rest.sliced(2);
    if (!takeRange(rest, hunk.newStart, hunk.newCount) || !rest.startsWith(" @@"))
        return std::nullopt;
    return hunk;
}

} // namespace

void PatchReader::readBody(FilePatch &file)
{
    while (next()) {
        if (!readBodyLine(file)) {
            unread();
            return;
        }
    }
}

/// A line of a file that stands outside hunks; false where the file has ended.
bool PatchReader::readBodyLine(FilePatch &file)
{
    if (m_line.startsWith("@@ -"))
        return readHunk(file);
    if (m_line.startsWith("Binary files ")) {
        file.isBinary = true;
        return true;
    }
    if (m_line == "GIT binary patch") {
        file.isBinary = true;
        readBinary();
        return true;
    }
    if (!m_line.startsWith("--- ") || !file.hunks.empty())
        return m_line.startsWith('\\');
    const auto oldName = fileLineName(m_line.sliced(4));
    if (!next()) // The patch ends here; to unread now would read this line for ever.
        return true;
    if (m_line.startsWith("+++ "))
        takeNames(file, oldName, fileLineName(m_line.sliced(4)));
    else
        unread();
    return true;
}

/// The lines of literals and deltas hold neither spaces nor anything that starts a file.
void PatchReader::readBinary()
{
    while (next()) {
        const auto isHeader = m_line.startsWith("literal ") || m_line.startsWith("delta ");
        if (!isHeader && m_line.contains(' ')) {
            unread();
            return;
        }
    }
}

bool PatchReader::readHunk(FilePatch &file)
{
    auto hunk = hunkHeader(m_line);
    if (!hunk) {
        complain(QStringLiteral("A hunk's header cannot be read; the hunk was left out."));
        file.isDamaged = true;
        return true;
    }
    auto oldLeft = hunk->oldCount;
    auto newLeft = hunk->newCount;
    auto isRead = true;
    auto hasLine = true;
    while (isRead && (oldLeft > 0 || newLeft > 0)) {
        hasLine = next();
        isRead = hasLine && readHunkLine(*hunk, oldLeft, newLeft);
    }
    if (!isRead) {
        complain(QStringLiteral("A hunk is shorter than its header says."));
        file.isDamaged = true;
        if (hasLine)
            unread();
    } else if (next()) {
        if (m_line.startsWith('\\') && !hunk->lines.empty())
            hunk->lines.back().endsWithoutNewline = true;
        else
            unread();
    }
    file.hunks.push_back(std::move(*hunk));
    return true;
}

/// Takes one line by what the header still expects: its text may look like a header itself.
bool PatchReader::readHunkLine(Hunk &hunk, int &oldLeft, int &newLeft)
{
    using Kind = HunkLine::Kind;
    if (m_line.startsWith('\\')) {
        if (!hunk.lines.empty())
            hunk.lines.back().endsWithoutNewline = true;
        return !hunk.lines.empty();
    }
    const auto isContext = m_line.isEmpty() || m_line == "\r" || m_line.startsWith(' ');
    const auto isRemoved = m_line.startsWith('-');
    const auto isAdded = m_line.startsWith('+');
    if (!isContext && !isRemoved && !isAdded)
        return false;
    if ((!isAdded && oldLeft == 0) || (!isRemoved && newLeft == 0))
        return false;
    const auto hasMark = !m_line.isEmpty() && m_line[0] != '\r';
    hunk.lines.push_back({isContext ? Kind::Context
            : isRemoved             ? Kind::Removed
                                    : Kind::Added,
        QString::fromUtf8(hasMark ? m_line.sliced(1) : m_line)});
    oldLeft -= isAdded ? 0 : 1;
    newLeft -= isRemoved ? 0 : 1;
    return true;
}

} // namespace Decayscope
