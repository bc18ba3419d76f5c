// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportedfiles.h"

#include <figures/figuretable.h>
#include <figures/figureview.h>
#include <figures/tablewriters.h>
#include <printing/figureprinter.h>
#include <publishing/caption.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace Decayscope {

namespace {

struct PartName
{
    ExportPart part;
    QLatin1StringView suffix;
    std::optional<FigureFormat> picture; ///< Of those that are one.
};

constexpr std::array partNames{PartName{ExportPart::Pdf, QLatin1StringView("pdf"), FigureFormat::Pdf},
    PartName{ExportPart::Svg, QLatin1StringView("svg"), FigureFormat::Svg},
    PartName{ExportPart::Png, QLatin1StringView("png"), FigureFormat::Png},
    PartName{ExportPart::Csv, QLatin1StringView("csv"), std::nullopt},
    PartName{ExportPart::Tex, QLatin1StringView("tex"), std::nullopt}};

/// What \includegraphics is to show: the first picture that LaTeX takes.
QString pictureFor(const std::set<ExportPart> &parts, const QString &name)
{
    const auto part
        = !parts.contains(ExportPart::Pdf) && parts.contains(ExportPart::Png) ? ExportPart::Png : ExportPart::Pdf;
    return name % u'.' % suffixOf(part);
}

Result<QByteArray> bytesOf(const PartName &row, const FigureSpec &figure, const FigureExportRequest &request,
    const StudySnapshot &study, const QString &program, const QString &name)
{
    const auto &recipe = request.recipe;
    if (row.picture)
        return exportedFigure(figure, recipe, study, *row.picture, program, exportTime());
    const auto seen = seenFigure(figure, recipe.view);
    if (row.part == ExportPart::Csv)
        return writeTable(tableOfFigure(seen), TableFormat::Csv);
    const auto caption = recipe.caption.isEmpty() ? captionText(seen) : recipe.caption;
    return texSnippet(seen, pictureFor(request.parts, name), recipe.look.width, caption).toUtf8();
}

} // namespace

QString suffixOf(ExportPart part)
{
    return std::ranges::find(partNames, part, &PartName::part)->suffix;
}

QStringList namesOf(const std::set<ExportPart> &parts)
{
    QStringList names;
    for (const auto part : parts)
        names << suffixOf(part);
    return names;
}

std::set<ExportPart> partsNamed(const QStringList &names)
{
    std::set<ExportPart> parts;
    for (const auto &row : partNames) {
        if (names.contains(row.suffix))
            parts.insert(row.part);
    }
    return parts;
}

Result<std::vector<ExportedFile>> exportedFiles(const FigureSpec &figure, const FigureExportRequest &request,
    const StudySnapshot &study, const QString &program, const QString &path)
{
    const QFileInfo chosen(path);
    const bool hasEnding = std::ranges::any_of(
        partNames, [&](const PartName &row) { return chosen.suffix().compare(row.suffix, Qt::CaseInsensitive) == 0; });
    const auto name = hasEnding ? chosen.completeBaseName() : chosen.fileName();
    std::vector<ExportedFile> files;
    for (const auto &row : partNames) {
        if (!request.parts.contains(row.part))
            continue;
        auto bytes = bytesOf(row, figure, request, study, program, name);
        if (!bytes)
            return std::unexpected(std::move(bytes.error()));
        files.push_back({chosen.dir().filePath(name % u'.' % row.suffix), std::move(*bytes)});
    }
    return files;
}

Result<> writeExported(const ExportedFile &exported)
{
    QSaveFile file(exported.path);
    if (file.open(QIODevice::WriteOnly) && file.write(exported.bytes) == exported.bytes.size() && file.commit())
        return {};
    return failure(ErrorKind::Unreadable,
        QCoreApplication::translate("Decayscope::FigureExporter", "Cannot write “%1”: %2. Choose another folder.")
            .arg(QDir::toNativeSeparators(exported.path), file.errorString()));
}

} // namespace Decayscope
