// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patch.h"

#include "patchpaths.h"

#include <climits>

namespace Decayscope {

namespace {

constexpr std::size_t mostIssues = 200;

/// Walks over the lines of a patch once.
class PatchReader
{
public:
    explicit PatchReader(QByteArrayView bytes)
        : m_bytes(bytes)
    { }

    Patch read();

private:
    bool next();
    void unread() { m_position = m_lineStart, --m_number; }
    void setLineEnds();
    bool startsFile() const;
    void readStray();
    void readFile();
    void readGitFile();
    void readCombined(QByteArrayView name);
    void readPlainFile();
    void readAnonymousFile();
    bool readExtended(FilePatch &file);
    void readBody(FilePatch &file);
    bool readBodyLine(FilePatch &file);
    void readBinary();
    bool readHunk(FilePatch &file);
    bool readHunkLine(Hunk &hunk, int &oldLeft, int &newLeft);
    void takeNames(FilePatch &file, const QString &oldName, const QString &newName);
    void finish(FilePatch &file);
    void complain(const QString &reason);

    QByteArrayView m_bytes;
    QByteArrayView m_line; ///< Without its line feed.
    qsizetype m_position = 0;
    qsizetype m_lineStart = 0;
    int m_number = 0; ///< Of m_line, 1-based.
    bool m_hasCarriageReturns = false; ///< The patch itself has CRLF line ends, not only the files in it.
    bool m_hasPrefixes = true;
    bool m_isNameKnown = false; ///< From rename lines, which are beyond doubt.
    Patch m_patch;
};

bool PatchReader::next()
{
    if (m_position >= m_bytes.size())
        return false;
    m_lineStart = m_position;
    const auto end = m_bytes.indexOf('\n', m_position);
    m_line = m_bytes.sliced(m_position, (end < 0 ? m_bytes.size() : end) - m_position);
    if (m_hasCarriageReturns && m_line.endsWith('\r'))
        m_line.chop(1);
    m_position = end < 0 ? m_bytes.size() : end + 1;
    ++m_number;
    return true;
}

/// Header lines never end in CR by themselves: the first one tells how the patch's own lines end.
void PatchReader::setLineEnds()
{
    while (next()) {
        if (m_line.startsWith("diff --") || m_line.startsWith("@@ ")) {
            m_hasCarriageReturns = m_line.endsWith('\r');
            break;
        }
    }
    m_position = 0;
    m_number = 0;
}

void PatchReader::complain(const QString &reason)
{
    if (m_patch.issues.size() < mostIssues)
        m_patch.issues.push_back({m_number, reason});
}

bool PatchReader::startsFile() const
{
    return m_line.startsWith("diff --git ") || m_line.startsWith("diff --cc ") || m_line.startsWith("diff --combined ")
        || m_line.startsWith("--- ") || m_line.startsWith("@@ -");
}

Patch PatchReader::read()
{
    setLineEnds();
    while (next()) {
        if (startsFile())
            readFile();
        else if (!m_line.trimmed().isEmpty())
            readStray();
    }
    return std::move(m_patch);
}

/// Covers letters around a mailed patch, `Index:` lines and plain garbage with one issue a block.
void PatchReader::readStray()
{
    if (!m_line.startsWith("Index: ") && !m_line.startsWith("diff ") && !m_line.startsWith("======"))
        complain(QStringLiteral("These lines belong to no file and were left out."));
    while (next()) {
        if (startsFile()) {
            unread();
            return;
        }
    }
}

void PatchReader::readFile()
{
    m_hasPrefixes = true;
    m_isNameKnown = false;
    if (m_line.startsWith("diff --git "))
        readGitFile();
    else if (m_line.startsWith("diff --cc "))
        readCombined(m_line.sliced(10));
    else if (m_line.startsWith("diff --combined "))
        readCombined(m_line.sliced(16));
    else if (m_line.startsWith("--- "))
        readPlainFile();
    else
        readAnonymousFile();
}

void PatchReader::readCombined(QByteArrayView name)
{
    FilePatch file;
    file.oldPath = file.newPath = plainName(name);
    file.isCombined = true;
    complain(QStringLiteral("The changes of a merge in %1 are shown but cannot be applied.").arg(file.newPath));
    while (next()) {
        if (m_line.startsWith("diff --")) {
            unread();
            break;
        }
        if (m_line.startsWith("deleted file mode"))
            file.kind = FilePatch::Kind::Deleted;
        if (m_line.startsWith("new file mode"))
            file.kind = FilePatch::Kind::Added;
        if (m_line.startsWith("Binary files "))
            file.isBinary = true;
    }
    finish(file);
}

void PatchReader::readGitFile()
{
    FilePatch file;
    const auto rest = m_line.sliced(11);
    if (const auto names = headerNames(rest)) {
        file.oldPath = names->oldPath;
        file.newPath = names->newPath;
        m_hasPrefixes = names->hasPrefixes;
    }
    const auto number = m_number;
    while (next()) {
        if (!readExtended(file)) {
            unread();
            break;
        }
    }
    readBody(file);
    if (file.oldPath.isEmpty() && file.newPath.isEmpty()) {
        file.newPath = file.oldPath = withoutPrefix(QString::fromUtf8(rest));
        file.isDamaged = true;
        if (m_patch.issues.size() < mostIssues)
            m_patch.issues.push_back({number, QStringLiteral("The name of the file is ambiguous.")});
    }
    finish(file);
}

/// One header line between `diff --git` and the changes; false where it is none.
bool PatchReader::readExtended(FilePatch &file)
{
    using Kind = FilePatch::Kind;
    const auto take = [this](QByteArrayView start) { return m_line.startsWith(start); };
    if (take("rename from ") || take("copy from ")) {
        file.kind = take("rename") ? Kind::Renamed : Kind::Copied;
        file.oldPath = plainName(m_line.sliced(m_line.indexOf(" from ") + 6));
        m_isNameKnown = true;
    } else if (take("rename to ") || take("copy to ")) {
        file.newPath = plainName(m_line.sliced(m_line.indexOf(" to ") + 4));
    } else if (take("new file mode ")) {
        file.kind = Kind::Added;
    } else if (take("deleted file mode ")) {
        file.kind = Kind::Deleted;
    } else if (take("new mode ")) {
        if (file.kind == Kind::Modified)
            file.kind = Kind::ModeChanged;
    } else if (!take("old mode ") && !take("similarity index ") && !take("dissimilarity index ") && !take("index ")) {
        return false;
    }
    if (m_line.endsWith(" 120000") && (take("index ") || take("new ") || take("deleted ")))
        file.isSymlink = true;
    return true;
}

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

/// The `---` and `+++` lines settle names that the header left open.
void PatchReader::takeNames(FilePatch &file, const QString &oldName, const QString &newName)
{
    if (m_isNameKnown)
        return;
    if (!oldName.isEmpty())
        file.oldPath = m_hasPrefixes ? withoutPrefix(oldName) : oldName;
    if (!newName.isEmpty())
        file.newPath = m_hasPrefixes ? withoutPrefix(newName) : newName;
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

void PatchReader::readPlainFile()
{
    FilePatch file;
    const auto oldName = fileLineName(m_line.sliced(4));
    if (!next() || !m_line.startsWith("+++ ")) {
        complain(QStringLiteral("A file's first line has no second one."));
        if (m_line.startsWith("diff --"))
            unread();
        return;
    }
    const auto newName = fileLineName(m_line.sliced(4));
    m_hasPrefixes = (oldName.isEmpty() || withoutPrefix(oldName) != oldName)
        && (newName.isEmpty() || withoutPrefix(newName) != newName)
        && (oldName != newName || withoutPrefix(oldName) == oldName);
    takeNames(file, oldName, newName);
    if (oldName.isEmpty())
        file.kind = FilePatch::Kind::Added;
    else if (newName.isEmpty())
        file.kind = FilePatch::Kind::Deleted;
    readBody(file);
    finish(file);
}

/// Hunks without a file, as some tools report them.
void PatchReader::readAnonymousFile()
{
    FilePatch file;
    complain(QStringLiteral("These changes name no file."));
    unread();
    readBody(file);
    finish(file);
}

void PatchReader::finish(FilePatch &file)
{
    if (file.kind == FilePatch::Kind::Added)
        file.oldPath.clear();
    if (file.kind == FilePatch::Kind::Deleted) {
        if (file.oldPath.isEmpty())
            file.oldPath = file.newPath;
        file.newPath.clear();
    }
    if (file.kind == FilePatch::Kind::ModeChanged && (!file.hunks.empty() || file.isBinary))
        file.kind = FilePatch::Kind::Modified;
    m_patch.files.push_back(std::move(file));
}

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

} // namespace

Patch readPatchFiles(QByteArrayView patch)
{
    return PatchReader(patch).read();
}

} // namespace Decayscope
