// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patch.h"

#include "patchpaths.h"
#include "patchreader.h"

namespace Decayscope {

namespace {

constexpr std::size_t mostIssues = 200;

} // namespace

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

Patch readPatchFiles(QByteArrayView patch)
{
    return PatchReader(patch).read();
}

} // namespace Decayscope
