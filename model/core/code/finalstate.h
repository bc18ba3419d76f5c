// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filestates.h"

namespace Decayscope {

/// The files as the final patch leaves them, compared with what was replayed: where both agree the writers are beyond
/// doubt, where they differ nobody knows them.
class FinalState
{
public:
    FinalState(const Patch &patch, FileStates &files)
        : m_patch(patch)
        , m_files(files)
    { }

    void compare();

    [[nodiscard]] std::map<QString, FinalFile> takeFiles() { return std::move(m_final); }
    [[nodiscard]] BlameCoverage coverage() const { return m_coverage; }

private:
    void addWhole(const FilePatch &file, const QString &text);
    void addPart(const FilePatch &file);
    void addGone(const QString &path);
    [[nodiscard]] std::optional<QString> wholeText(const FilePatch &file);
    void confirm(const QString &path, const QString &text, const std::vector<int> &writers);
    void contradict(const QString &path, const QString &why);
    void count(const FilePatch &file, const FinalFile &final);

    const Patch &m_patch;
    FileStates &m_files;
    std::map<QString, FinalFile> m_final;
    BlameCoverage m_coverage;
};

} // namespace Decayscope
