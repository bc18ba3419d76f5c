// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "codehistory.h"

#include <deque>
#include <set>

namespace Decayscope {

/// What is believed of a file while its history is replayed. A belief outlives the certainty of it: at the end the
/// patch says how much of it was true.
struct FileBelief
{
    bool exists = true;
    bool isSure = false; ///< Nothing unknown has touched the file since `text` was known.
    FileKnowledge knowledge = FileKnowledge::Unknown;
    std::optional<QString> text;
    std::vector<int> writers; ///< For each line of `text`.
    std::vector<FileBelief> undone; ///< Former states, for tools that can take an edit back.
};

/// The writers of a text's lines when it takes the place of another: lines that stay keep theirs.
[[nodiscard]] std::vector<int> inheritedWriters(
    const QString &before, const std::vector<int> &writers, const QString &after, int writer);

/// All files of a history while it is replayed.
class FileStates
{
public:
    using Versions = std::map<QString, std::vector<FileVersion>>;

    [[nodiscard]] FileBelief *find(const QString &path);
    [[nodiscard]] FileBelief &at(const QString &path) { return m_beliefs[path]; }

    /// The text of a file from a turn on, with the writers of its lines.
    void setText(const QString &path, int turn, FileBelief belief, const QString &how);
    void setUnknown(const QString &path, int turn, const QString &how);
    void setAbsent(const QString &path, int turn, FileKnowledge knowledge, const QString &how);

    /// Existing files in a folder; "." is the workspace.
    [[nodiscard]] QStringList inFolder(const QString &folder) const;
    /// Files whose text is known, with a path that begins and ends so, or leads through a folder that does. With `gone`
    /// also files that are known not to be there.
    [[nodiscard]] QStringList knownLike(const QString &start, const QString &end, bool gone = false) const;
    /// Whether a path is a folder, is none, or nobody knows.
    enum class Folder : quint8 { Yes, Maybe, NotSeen };
    [[nodiscard]] Folder folderAt(const QString &path) const;
    void addFolder(const QString &path, bool isSure);
    /// Folders at and below a path are gone.
    void removeFolders(const QString &path);

    [[nodiscard]] FileVersion *lastVersion(const QString &path);
    void addVersion(const QString &path, FileVersion version);

    [[nodiscard]] Versions takeVersions() { return std::move(m_versions); }
    [[nodiscard]] const Versions &versions() const { return m_versions; }
    [[nodiscard]] const std::map<QString, FileBelief> &beliefs() const { return m_beliefs; }

private:
    void keepSmall();

    struct Stored
    {
        QString path;
        int turn = 0;
        qsizetype bytes = 0;
    };

    Versions m_versions;
    std::map<QString, FileBelief> m_beliefs;
    std::set<QString> m_live; ///< Files that exist, as far as anybody knows.
    std::set<QString> m_known; ///< Those of them whose text is known.
    std::set<QString> m_gone; ///< Files that were deleted or moved away.
    std::map<QString, bool> m_folders; ///< Made by commands; true where that is sure.
    std::deque<Stored> m_stored; ///< Versions with a text, oldest first.
    qsizetype m_bytes = 0;
};

} // namespace Decayscope
