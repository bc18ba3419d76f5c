// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historybuilder.h"

namespace Decayscope {

namespace {

using EditKind = FileEdit::Kind;

} // namespace

void HistoryBuilder::applyDelete(const HistoryEvent &event, const QString &path, bool isDoubtful)
{
    auto paths = m_files.inFolder(path);
    if (const auto *belief = m_files.find(path); (belief && belief->exists) || m_patched.contains(path))
        paths.append(path);
    if (isDoubtful && m_files.folderAt(path) != FileStates::Folder::NotSeen)
        m_files.addFolder(path, false);
    else
        m_files.removeFolders(path);
    for (const auto &file : std::as_const(paths)) {
        if (isDoubtful) {
            makeUnknown(event, file, QStringLiteral("Whether it was deleted is not known: %1").arg(nameOf(event)));
            continue;
        }
        note(event.turn, file);
        m_files.setAbsent(file, event.turn, FileKnowledge::Replayed, QStringLiteral("Deleted."));
    }
}

/// Where a transfer leads: into a folder, to the very path, or nobody knows which of both.
HistoryBuilder::Target HistoryBuilder::targetOf(
    const FileEdit &edit, const QString &target, const QString &name, bool isFolder) const
{
    const auto last = target.sliced(target.lastIndexOf(u'/') + 1);
    const auto seen = m_files.folderAt(target);
    if (seen == FileStates::Folder::Yes || (!isFolder && edit.target.endsWith(u'/')))
        return Target::Folder;
    if (seen == FileStates::Folder::Maybe)
        return Target::Open;
    const auto looksLikeFile = last.contains(u'.') || last == name || m_patched.contains(target);
    return m_isGreenfield || (!isFolder && looksLikeFile) ? Target::Place : Target::Open;
}

void HistoryBuilder::applyTransfer(const HistoryEvent &event, const QString &path, bool isDoubtful)
{
    const auto &edit = event.edit.edit;
    auto target = pathOf(edit.target);
    if (target.isEmpty())
        return edit.kind == EditKind::Move ? applyDelete(event, path, isDoubtful) : void();
    const auto name = path.sliced(path.lastIndexOf(u'/') + 1);
    const auto below = m_files.inFolder(path);
    const auto isFolder = !below.isEmpty() || m_files.folderAt(path) != FileStates::Folder::NotSeen;
    const auto kind = targetOf(edit, target, name, isFolder);
    if (isDoubtful || kind == Target::Open)
        return doubtTransfer(event, path, target);
    if (kind == Target::Folder)
        target = target == u"." ? name : QString(target + u'/' + name);
    if (isFolder)
        m_files.addFolder(target, false);
    for (const auto &file : below)
        transferFile(event, file, target + file.sliced(path.size()));
    if (isFolder && edit.kind == EditKind::Move)
        m_files.removeFolders(path);
    if (!isFolder)
        transferFile(event, path, target);
}

/// Everything a transfer may have moved, replaced or made is open.
void HistoryBuilder::doubtTransfer(const HistoryEvent &event, const QString &path, const QString &target)
{
    const auto why = QStringLiteral("What was moved or copied where is not known: %1").arg(nameOf(event));
    const auto name = path.sliced(path.lastIndexOf(u'/') + 1);
    QStringList targets{target};
    if (targetOf(event.edit.edit, target, name, false) != Target::Place) {
        m_files.addFolder(target, false);
        targets.append(target == u"." ? name : QString(target + u'/' + name));
    }
    auto files = targets;
    for (const auto &file : m_files.inFolder(path)) {
        for (const auto &start : std::as_const(targets))
            files.append(start + file.sliced(path.size()));
    }
    if (event.edit.edit.kind == EditKind::Move)
        files += m_files.inFolder(path) + QStringList{path};
    for (const auto &file : std::as_const(files)) {
        if (file != u"." && (m_files.find(file) || isWorthListing(file)))
            makeUnknown(event, file, why);
    }
}

void HistoryBuilder::transferFile(const HistoryEvent &event, const QString &from, const QString &to)
{
    const auto isMove = event.edit.edit.kind == EditKind::Move;
    auto belief = before(from);
    if (!m_files.find(from) && !isWorthListing(to))
        return;
    note(event.turn, to);
    if (belief.exists && belief.isSure && belief.text) {
        auto moved = belief;
        moved.undone.clear();
        if (!isMove)
            moved.writers.assign(moved.writers.size(), event.turn);
        m_work += moved.text->size();
        m_files.setText(to, event.turn, std::move(moved),
            (isMove ? QStringLiteral("Moved from %1.") : QStringLiteral("Copied from %1.")).arg(from));
    } else {
        m_files.at(to) = isMove ? belief : FileBelief();
        m_files.setUnknown(to, event.turn,
            (isMove ? QStringLiteral("Moved from %1, which is not known.")
                    : QStringLiteral("Copied from %1, which is not known."))
                .arg(from));
    }
    if (!isMove || from == to)
        return;
    note(event.turn, from);
    m_files.setAbsent(from, event.turn, FileKnowledge::Replayed, QStringLiteral("Moved to %1.").arg(to));
}

} // namespace Decayscope
