// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/studysnapshot.h>
#include <exporting/figureexportrequest.h>
#include <figures/figurespec.h>

#include <vector>

namespace Decayscope {

/// "pdf", "svg", "png", "csv", "tex": the ending of a file and its name in the settings.
[[nodiscard]] QString suffixOf(ExportPart part);
[[nodiscard]] QStringList namesOf(const std::set<ExportPart> &parts);
[[nodiscard]] std::set<ExportPart> partsNamed(const QStringList &names); ///< Unknown names are ignored.

/// One file of an export.
struct ExportedFile
{
    QString path;
    QByteArray bytes;
};

/// The files a request asks for, beside each other, named like `path` but for its ending. The recipe's labels are set
/// where its figure needs them. Runs on the GUI thread, as painting does.
[[nodiscard]] Result<std::vector<ExportedFile>> exportedFiles(const FigureSpec &figure,
    const FigureExportRequest &request, const StudySnapshot &study, const QString &program, const QString &path);

/// Whole or not at all.
[[nodiscard]] Result<> writeExported(const ExportedFile &file);

} // namespace Decayscope
