// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historybuilder.h"

#include "fileediting.h"
#include "finalstate.h"
#include "linediff.h"

#include <QDir>

namespace Decayscope {

namespace {

using EditKind = FileEdit::Kind;

constexpr qint64 mostWork = 6'000'000'000; ///< Characters read and written in all, lest a hostile run takes hours.

bool isSameText(const QString &left, const QString &right)
{
    return left == right || lineChanges(left, right).empty();
}

QString describe(const HistoryEvent &event)
{
    const auto isContent = event.edit.edit.kind == EditKind::Content || event.edit.edit.kind == EditKind::Append;
    if (event.edit.edit.evidence == FileEdit::Evidence::Reported)
        return QStringLiteral("Reported by the tool that changed it.");
    if (event.isShell)
        return isContent ? QStringLiteral("Written by a command that spells its text out.")
                         : QStringLiteral("Rebuilt from a command.");
    return QStringLiteral("Rebuilt from what the agent asked its editor for.");
}

} // namespace

HistoryBuilder::HistoryBuilder(HistoryEvents events, Patch patch)
    : m_events(std::move(events))
    , m_patch(std::move(patch))
    , m_paths(WorkspacePaths::of(m_events, m_patch))
{ }

/// What the patch says about the files before the agent began.
void HistoryBuilder::readBase()
{
    m_isGreenfield = !m_patch.files.empty();
    for (const auto &file : m_patch.files) {
        m_isGreenfield &= file.kind == FilePatch::Kind::Added || file.kind == FilePatch::Kind::Deleted;
        if (!file.path().isEmpty())
            m_patched[file.path()] = &file;
        if (file.kind == FilePatch::Kind::Added)
            m_added.insert(file.newPath);
    }
    for (const auto &file : m_patch.files) {
        m_added.erase(file.kind == FilePatch::Kind::Deleted ? file.oldPath : QString());
        const auto text = file.isSymlink ? std::nullopt : file.deletedText();
        if (!text)
            continue;
        FileBelief belief;
        belief.isSure = true;
        belief.knowledge = FileKnowledge::Exact;
        belief.text = text;
        belief.writers.assign(static_cast<std::size_t>(lineCount(*text)), baseWriter);
        m_files.setText(
            file.oldPath, -1, std::move(belief), QStringLiteral("Shown by the final patch, which deletes it."));
    }
}

CodeHistory HistoryBuilder::build(const Progress &progress)
{
    readBase();
    qint64 done = 0;
    for (const auto &event : m_events.events) {
        if (++done % 256 == 0 && progress.isCancelled())
            return {};
        apply(event);
    }
    CodeHistory history;
    FinalState state(m_patch, m_files);
    state.compare();
    history.m_final = state.takeFiles();
    history.m_coverage = state.coverage();
    history.m_versions = m_files.takeVersions();
    history.m_patchIssues = std::move(m_patch.issues);
    history.m_root = m_paths.root();
    std::erase_if(history.m_versions, [](const auto &file) { return file.first.startsWith(u'/'); });
    std::set<QString> paths;
    for (const auto &[path, versions] : history.m_versions)
        paths.insert(path);
    for (const auto &[path, file] : history.m_final)
        paths.insert(path);
    for (const auto &path : paths) {
        if (!isInstalled(path))
            history.m_paths.append(path);
    }
    for (const auto &[turn, touched] : m_touched)
        history.m_touched[turn] = QStringList(touched.begin(), touched.end());
    return history;
}

void HistoryBuilder::note(int turn, const QString &path)
{
    if (!path.startsWith(u'/') && !isInstalled(path))
        m_touched[turn].insert(path);
}

QString HistoryBuilder::nameOf(const HistoryEvent &event) const
{
    return event.call < 0 ? QString() : m_events.calls[static_cast<std::size_t>(event.call)].name;
}

void HistoryBuilder::apply(const HistoryEvent &event)
{
    addFolders(event);
    if (!event.edit.elsewhere.isEmpty())
        doubtElsewhere(event);
    if (event.edit.edit.kind == EditKind::Opaque)
        return applyOpaque(event);
    const auto path = pathOf(event.edit.edit.path);
    if (path.isEmpty() || path == u".")
        return;
    if (event.edit.edit.evidence == FileEdit::Evidence::Reported && event.call < 0)
        return applyToFile(event, path);
    const auto happening = m_events.happening(event);
    if (happening == Happening::No)
        return;
    const auto isDoubtful = happening == Happening::Doubtful;
    if (event.edit.edit.kind == EditKind::Delete)
        applyDelete(event, path, isDoubtful);
    else if (event.edit.edit.kind == EditKind::Move || event.edit.edit.kind == EditKind::Copy)
        applyTransfer(event, path, isDoubtful);
    else if (event.edit.edit.kind == EditKind::Undo)
        applyUndo(event, path);
    else
        applyEdit(event, path, isDoubtful);
}

/// The folders that calls made up to this event's.
void HistoryBuilder::addFolders(const HistoryEvent &event)
{
    while (m_callsSeen <= event.call) {
        const auto &call = m_events.calls[static_cast<std::size_t>(m_callsSeen++)];
        for (const auto &folder : call.foldersMade)
            m_files.addFolder(pathOf(folder.path), HistoryEvents::isMade(call, folder));
    }
}

void HistoryBuilder::applyToFile(const HistoryEvent &event, const QString &path)
{
    switch (event.edit.edit.kind) {
    case EditKind::Delete:
        return applyDelete(event, path, false);
    case EditKind::Move:
    case EditKind::Copy:
        return applyTransfer(event, path, false);
    case EditKind::Undo:
        return applyUndo(event, path);
    case EditKind::Opaque:
        return applyOpaque(event);
    case EditKind::Content:
    case EditKind::Append:
    case EditKind::Replace:
    case EditKind::ReplaceAll:
    case EditKind::Insert:
    case EditKind::Lines:
    case EditKind::Diff:
        reconcile(event, path);
        return applyEdit(event, path, false);
    }
}

/// What is believed of a file before an edit; a file that the patch adds was not there at first.
FileBelief HistoryBuilder::before(const QString &path)
{
    if (const auto *belief = m_files.find(path))
        return *belief;
    FileBelief belief;
    belief.exists = false;
    if (m_added.contains(path) && !m_anythingChanged) {
        belief.isSure = true;
        belief.knowledge = FileKnowledge::Exact;
        belief.text = QString();
    }
    return belief;
}

/// A report that says what the file was before: it may have been changed where nobody saw it.
void HistoryBuilder::reconcile(const HistoryEvent &event, const QString &path)
{
    const auto &edit = event.edit.edit;
    if (edit.kind != EditKind::Content || !edit.before)
        return;
    auto *belief = m_files.find(path);
    if (belief && belief->isSure && belief->exists && belief->text && isSameText(*belief->text, *edit.before))
        return;
    FileBelief found;
    found.isSure = true;
    found.knowledge = FileKnowledge::Exact;
    found.text = edit.before;
    if (!belief) {
        const auto isBase = !m_added.contains(path) && !m_anythingChanged;
        found.writers.assign(static_cast<std::size_t>(lineCount(*edit.before)), isBase ? baseWriter : unknownWriter);
        if (isBase)
            return m_files.setText(
                path, -1, std::move(found), QStringLiteral("Reported by the first tool that changed it."));
        m_files.at(path) = std::move(found);
        return;
    }
    auto *last = m_files.lastVersion(path);
    if (last && last->exists && belief->isSure) {
        const auto why
            = QStringLiteral("Something the trajectory does not show changed the file before turn %1.").arg(event.turn);
        if (last->knowledge == FileKnowledge::Replayed && last->turn >= 0)
            m_files.setUnknown(path, last->turn, why);
        else if (last->turn + 1 < event.turn)
            m_files.setUnknown(path, last->turn + 1, why);
    }
    belief = m_files.find(path);
    found.writers = belief->text ? inheritedWriters(*belief->text, belief->writers, *edit.before, unknownWriter)
                                 : std::vector<int>(static_cast<std::size_t>(lineCount(*edit.before)), unknownWriter);
    *belief = std::move(found);
}

void HistoryBuilder::makeUnknown(const HistoryEvent &event, const QString &path, const QString &why)
{
    note(event.turn, path);
    m_files.setUnknown(path, event.turn, why);
}

namespace {

/// The belief after a text is put in the place of what was known. A text written whole onto a file that nobody knew
/// is all its writer's own.
FileBelief rewritten(FileBelief belief, const FileEdit &edit, QString text, int turn)
{
    const auto isWhole = edit.kind == EditKind::Content;
    const auto isReported = edit.evidence == FileEdit::Evidence::Reported;
    const auto isInherited = belief.text && (belief.isSure || !isWhole);
    belief.writers = isInherited ? inheritedWriters(*belief.text, belief.writers, text, turn)
                                 : std::vector<int>(static_cast<std::size_t>(lineCount(text)), turn);
    if (isWhole)
        belief.knowledge = isReported ? FileKnowledge::Exact : FileKnowledge::Replayed;
    belief.isSure |= isWhole;
    belief.text = std::move(text);
    return belief;
}

bool isUndoable(const FileEdit &edit)
{
    return edit.kind == EditKind::Replace || edit.kind == EditKind::Insert || edit.kind == EditKind::Lines
        || (edit.kind == EditKind::Content && edit.before);
}

} // namespace

void HistoryBuilder::applyEdit(const HistoryEvent &event, const QString &path, bool isDoubtful)
{
    const auto &edit = event.edit.edit;
    auto belief = before(path);
    m_work += edit.after.size() + (belief.text ? belief.text->size() : 0);
    if (m_work > mostWork)
        return makeUnknown(event, path, QStringLiteral("The run changes more text than can be replayed."));
    auto text = edit.kind == EditKind::Content ? std::optional(edit.after)
        : belief.text && (belief.exists || edit.kind == EditKind::Append || edit.kind == EditKind::Diff)
        ? editedText(edit, *belief.text)
        : std::nullopt;
    if (!text)
        return makeUnknown(
            event, path, QStringLiteral("The change does not fit what is known of the file: %1").arg(nameOf(event)));
    if (!event.isShell && isUndoable(edit) && belief.exists) {
        auto former = belief;
        former.undone.clear();
        belief.undone.push_back(std::move(former));
        if (belief.undone.size() > 10)
            belief.undone.erase(belief.undone.begin());
    }
    const auto wasSure = belief.isSure;
    auto after = rewritten(belief, edit, std::move(*text), event.turn);
    if (isDoubtful) {
        // Lines that stay keep their writer; new ones can only end up in the final file if the command did run.
        after = belief.text ? FileBelief{.text = after.text,
                                  .writers = inheritedWriters(*belief.text, belief.writers, *after.text, event.turn)}
                            : after;
        m_files.at(path) = std::move(after);
        return makeUnknown(event, path,
            QStringLiteral("Whether the command came to change the file is not known: %1").arg(nameOf(event)));
    }
    note(event.turn, path);
    const auto isKnown = wasSure || edit.kind == EditKind::Content;
    m_files.setText(path, event.turn, std::move(after),
        isKnown ? describe(event) : QStringLiteral("Changed again; what it was before is not known."));
}

void HistoryBuilder::applyUndo(const HistoryEvent &event, const QString &path)
{
    auto belief = before(path);
    if (m_events.happening(event) != Happening::Yes || belief.undone.empty())
        return makeUnknown(event, path, QStringLiteral("Which change was taken back is not known."));
    auto former = std::move(belief.undone.back());
    belief.undone.pop_back();
    former.undone = std::move(belief.undone);
    note(event.turn, path);
    m_files.setText(path, event.turn, std::move(former), QStringLiteral("The last change was taken back."));
}

/// Files without a dot in their name are as often folders.
bool HistoryBuilder::isWorthListing(const QString &path) const
{
    return m_patched.contains(path) || path.sliced(path.lastIndexOf(u'/') + 1).contains(u'.');
}

} // namespace Decayscope
