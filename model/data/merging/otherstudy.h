// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/studysnapshot.h>
#include <labels/codebook.h>
#include <labels/labelevent.h>
#include <labels/sample.h>
#include <store/mergelog.h>
#include <store/runcontents.h>
#include <store/studysettings.h>
#include <store/taskstore.h>

#include <QTemporaryDir>

#include <memory>

namespace Decayscope {

/// Another study, opened for reading only and held against everything a hostile file may be. One of an older schema is
/// brought up to date in a temporary copy.
class OtherStudy
{
public:
    /// Errors: NotFound, Unreadable, Damaged, Refused, TooNew, Busy.
    [[nodiscard]] static Result<OtherStudy> open(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; } ///< As it was given.

    /// A connection of the calling thread.
    [[nodiscard]] Result<Connection> connect() const;

    // Everything but the contents of its runs.
    StudyAge age;
    StudySnapshot snapshot;
    std::vector<RunContent> contents;
    std::vector<LabelEvent> events;
    std::vector<Sample> samples;
    std::vector<Codebook> codebooks;
    std::vector<StoredTaskFile> tasks;
    std::vector<ConfigurationStyle> styles; ///< Only those somebody chose.
    std::vector<SavedFilter> filters;

private:
    OtherStudy() = default;
    [[nodiscard]] Result<> readAll(Connection &connection);

    QString m_path;
    QString m_file; ///< Where it is read: the study itself or its copy.
    std::unique_ptr<QTemporaryDir> m_folder; ///< Of the copy.
};

} // namespace Decayscope
