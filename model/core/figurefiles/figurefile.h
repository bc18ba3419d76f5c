// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <publishing/provenance.h>

namespace Decayscope {

enum class FigureFormat : quint8 { Pdf, Svg, Png };

/// By the ending of a file's name, whatever its case.
[[nodiscard]] std::optional<FigureFormat> figureFormatOf(const QString &fileName);

/// What a file says of itself.
struct FigureTitle
{
    QString title;
    QString summary; ///< The figure in words; alternative text.
    QDateTime made; ///< Stands for every date in the file.
    QString program; ///< "decayscope 0.6"
};

/// A painted picture with the payload inside it: PDF as attachments and XMP metadata, SVG in <metadata> with <title>
/// and <desc>, PNG as text chunks. The same input gives the same bytes.
[[nodiscard]] Result<QByteArray> withPayload(
    const QByteArray &picture, FigureFormat format, const FigurePayload &payload, const FigureTitle &title);

/// Reads the payload of an exported figure, or of a .dsfig recipe (then only FigurePayload::recipe is there). Any file
/// may come: sizes are bounded, nothing is executed or followed. NotFound for a sound file without a payload.
[[nodiscard]] Result<FigurePayload> readFigureFile(const QString &path);

/// Of a PDF: one line a problem with its fonts ("TeX Gyre Termes is not embedded", "… is of Type 3") or an empty page.
[[nodiscard]] Result<QStringList> pdfProblems(const QByteArray &pdf);

} // namespace Decayscope
