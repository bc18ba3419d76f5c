// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "patch.h"

#include <base/progress.h>
#include <domain/turnsource.h>

#include <map>
#include <memory>

namespace Decayscope {

/// How well a file's text at a turn is known.
enum class FileKnowledge : quint8 {
    Exact, ///< A tool reported the whole text, or it was replayed without a gap from such a state.
    Replayed, ///< Rebuilt from what the agent asked for; no report contradicts it.
    Unknown ///< Something touched the file in a way the trajectory does not show. Never guessed.
};

inline constexpr int unknownWriter = -1; ///< Nobody knows which turn wrote the line.
inline constexpr int baseWriter = -2; ///< The line was there before the agent began.

/// A file as it was after a turn.
struct FileVersion
{
    int turn = 0; ///< That made this version; -1 for the state before the agent began.
    bool exists = true; ///< False: the turn deleted or moved it away.
    FileKnowledge knowledge = FileKnowledge::Unknown;
    QString text; ///< Empty where it is unknown.
    std::vector<int> writers; ///< For each line of `linesOf(text)` the turn that last wrote it.
    QString how; ///< A sentence: "Written by a here-document.", "Changed by a command that cannot be replayed: npm init
                 ///< -y".
};

/// Part of the final state of a file the patch only shows around its changes.
struct FinalFile
{
    bool exists = true;
    bool isWhole = true; ///< Else only the lines in `known` are known.
    QString text; ///< Of a partly known file: its known lines, in order.
    std::vector<int> numbers; ///< For each line of `text` its 1-based number in the file.
    std::vector<int>
        writers; ///< For each line of `text` the turn that last wrote it, where the history agrees with it.
};

/// How much of the final code has a known writer.
struct BlameCoverage
{
    int lines = 0; ///< Lines the final patch adds.
    int known = 0; ///< Of these the ones with a known turn.
};

/// The files of a run at every turn, rebuilt from events that carry content, and their final state from the patch.
/// Paths are relative to the workspace folder, with `/`.
class CodeHistory
{
public:
    /// Reads all turns once, in order. A cancelled build gives an empty history.
    [[nodiscard]] static CodeHistory of(const TurnSource &turns, QByteArrayView patch, const Progress &progress);

    /// Every path ever written or in the patch, sorted; without folders that hold installed packages.
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

    /// The file after a turn; null where no turn up to it touched the file.
    [[nodiscard]] const FileVersion *versionAt(const QString &path, int turn) const;
    [[nodiscard]] const std::vector<FileVersion> &versions(const QString &path) const;

    /// The file in the patch; null where the patch does not have it.
    [[nodiscard]] const FinalFile *finalFile(const QString &path) const;

    /// The paths a turn wrote, deleted or touched unknowably.
    [[nodiscard]] QStringList touchedBy(int turn) const;

    [[nodiscard]] BlameCoverage coverage() const { return m_coverage; }
    [[nodiscard]] const std::vector<PatchIssue> &patchIssues() const { return m_patchIssues; }

    /// The path of this history that a path in a log, violation or command means; empty where there is none or several.
    [[nodiscard]] QString resolved(const QString &path) const;

private:
    friend class HistoryBuilder;

    QStringList m_paths;
    std::map<QString, std::vector<FileVersion>> m_versions;
    std::map<QString, FinalFile> m_final;
    std::map<int, QStringList> m_touched;
    BlameCoverage m_coverage;
    std::vector<PatchIssue> m_patchIssues;
    QString m_root; ///< The workspace folder in the trajectory's paths.
};

} // namespace Decayscope
