// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filestates.h"
#include "workspacepaths.h"

namespace Decayscope {

/// Replays the edits of a run and compares what comes out with the final patch.
class HistoryBuilder
{
public:
    HistoryBuilder(HistoryEvents events, Patch patch);

    [[nodiscard]] CodeHistory build(const Progress &progress);

private:
    void readBase();
    void apply(const HistoryEvent &event);
    void addFolders(const HistoryEvent &event);
    void doubtElsewhere(const HistoryEvent &event);
    void applyToFile(const HistoryEvent &event, const QString &path);
    void applyEdit(const HistoryEvent &event, const QString &path, bool isDoubtful);
    void applyReport(const HistoryEvent &event, const QString &path);
    void applyUndo(const HistoryEvent &event, const QString &path);
    void applyDelete(const HistoryEvent &event, const QString &path, bool isDoubtful);
    void applyTransfer(const HistoryEvent &event, const QString &path, bool isDoubtful);
    enum class Target : quint8 { Folder, Place, Open };
    [[nodiscard]] Target targetOf(
        const FileEdit &edit, const QString &target, const QString &name, bool isFolder) const;
    void doubtTransfer(const HistoryEvent &event, const QString &path, const QString &target);
    void transferFile(const HistoryEvent &event, const QString &from, const QString &to);
    void applyOpaque(const HistoryEvent &event);
    void applyPattern(const HistoryEvent &event, const QString &why);
    void makeUnknown(const HistoryEvent &event, const QString &path, const QString &why);
    void reconcile(const HistoryEvent &event, const QString &path);
    [[nodiscard]] FileBelief before(const QString &path);
    [[nodiscard]] QString pathOf(const QString &path) const { return m_paths.relative(path); }
    [[nodiscard]] QString nameOf(const HistoryEvent &event) const;
    [[nodiscard]] bool isWorthListing(const QString &path) const;
    void note(int turn, const QString &path);

    HistoryEvents m_events;
    Patch m_patch;
    WorkspacePaths m_paths;
    FileStates m_files;
    std::map<QString, const FilePatch *> m_patched; ///< The last of the patch for each path.
    std::set<QString> m_added; ///< Files that did not exist before the agent began.
    int m_callsSeen = 0; ///< Calls whose folders are known.
    std::map<int, std::set<QString>> m_touched;
    bool m_isGreenfield = false; ///< The patch adds files and changes none: the workspace was empty.
    bool m_anythingChanged = false; ///< A command may have changed any file.
    qint64 m_work = 0;
};

} // namespace Decayscope
