// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/studysnapshot.h>
#include <figures/tablespec.h>

namespace Decayscope {

/// One sentence a run of the documents that changed, came or went, with what became of it in the study. Nothing for a
/// document that is no runs document.
[[nodiscard]] std::optional<QStringList> changedRuns(
    const QByteArray &then, const QByteArray &now, const StudySnapshot &study);

/// One sentence a value that is another one beyond rounding errors, a row that came or went. `table` is what `now` was
/// written from. Nothing where `then` is no such table.
[[nodiscard]] std::optional<QStringList> changedValues(
    const QByteArray &then, const QByteArray &now, const TableSpec &table);

} // namespace Decayscope
