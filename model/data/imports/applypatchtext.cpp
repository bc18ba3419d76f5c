// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "applypatchtext.h"

#include <QStringTokenizer>

namespace Decayscope {

namespace {

constexpr QLatin1StringView addMark{"*** Add File: "};
constexpr QLatin1StringView updateMark{"*** Update File: "};
constexpr QLatin1StringView deleteMark{"*** Delete File: "};
constexpr QLatin1StringView moveMark{"*** Move to: "};

/// Reads the patch line by line; a new mark ends what came before.
class PatchLines
{
public:
    void read(QStringView line);
    void endFile();

    std::vector<FileEdit> edits;

private:
    bool readMark(QStringView line);
    void start(FileEdit::Kind kind, QStringView path);
    void endHunk();

    FileEdit::Kind m_kind = FileEdit::Kind::Opaque;
    QString m_path;
    QString m_target;
    QString m_before;
    QString m_after;
    bool m_hasChange = false;
};

void PatchLines::start(FileEdit::Kind kind, QStringView path)
{
    endFile();
    m_kind = kind;
    m_path = path.trimmed().toString();
}

bool PatchLines::readMark(QStringView line)
{
    if (line.startsWith(addMark))
        start(FileEdit::Kind::Content, line.sliced(addMark.size()));
    else if (line.startsWith(updateMark))
        start(FileEdit::Kind::Replace, line.sliced(updateMark.size()));
    else if (line.startsWith(deleteMark))
        start(FileEdit::Kind::Delete, line.sliced(deleteMark.size()));
    else if (line.startsWith(moveMark))
        m_target = line.sliced(moveMark.size()).trimmed().toString();
    else
        return line.startsWith(QLatin1StringView("*** "));
    return true;
}

void PatchLines::read(QStringView line)
{
    if (readMark(line) || m_path.isEmpty())
        return;
    if (m_kind == FileEdit::Kind::Content) {
        if (line.startsWith(u'+'))
            m_after += line.sliced(1) + u'\n';
        return;
    }
    if (line.startsWith(QLatin1StringView("@@")))
        return endHunk();
    const auto mark = line.isEmpty() ? QChar(u' ') : line.front();
    const auto text = line.isEmpty() ? line : line.sliced(1);
    if (mark != u'+')
        m_before += text + u'\n';
    if (mark != u'-')
        m_after += text + u'\n';
    m_hasChange = m_hasChange || mark == u'+' || mark == u'-';
}

void PatchLines::endHunk()
{
    if (m_hasChange && m_kind == FileEdit::Kind::Replace) {
        // Lines added without any around them stand where only the patching tool knows.
        const auto isKnown = !m_before.isEmpty();
        edits.push_back({.kind = isKnown ? FileEdit::Kind::Replace : FileEdit::Kind::Opaque,
            .path = m_path,
            .before = isKnown ? std::optional(m_before) : std::nullopt,
            .after = isKnown ? m_after : QString()});
    }
    m_before.clear();
    m_after.clear();
    m_hasChange = false;
}

void PatchLines::endFile()
{
    if (m_path.isEmpty())
        return;
    if (m_kind == FileEdit::Kind::Content)
        edits.push_back({.kind = m_kind, .path = m_path, .after = m_after});
    else if (m_kind == FileEdit::Kind::Delete)
        edits.push_back({.kind = m_kind, .path = m_path});
    endHunk();
    if (!m_target.isEmpty())
        edits.push_back({.kind = FileEdit::Kind::Move, .path = m_path, .target = m_target});
    m_path.clear();
    m_target.clear();
}

} // namespace

std::vector<FileEdit> applyPatchEdits(const QString &patch)
{
    PatchLines lines;
    for (auto line : QStringTokenizer(patch, u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line == QLatin1StringView("*** End Patch"))
            break;
        lines.read(line);
    }
    lines.endFile();
    return std::move(lines.edits);
}

} // namespace Decayscope
