// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurefile.h"

#include <array>

namespace Decayscope {

inline constexpr qsizetype longestFigureFile = qsizetype{64} * 1024 * 1024;
inline constexpr qsizetype longestFigureDocument = qsizetype{16} * 1024 * 1024;

/// A document of the payload and how files name it.
struct PayloadPart
{
    QByteArray FigurePayload::*document;
    const char *name;
    const char *mimeType;
    const char *relationship; ///< Of ISO 32000-2, to the picture.
    const char *description;
};

inline constexpr std::array payloadParts{
    PayloadPart{&FigurePayload::recipe, "figure.dsfig", "application/json", "Source", "Recipe of the figure"},
    PayloadPart{&FigurePayload::data, "data.csv", "text/csv", "Data", "What the figure shows, unrounded"},
    PayloadPart{&FigurePayload::runs, "runs.csv", "text/csv", "Supplement", "The runs behind the figure"},
    PayloadPart{&FigurePayload::provenance, "provenance.json", "application/json", "Supplement",
        "Where the figure comes from"}};

/// Null for a name that is none of a document.
[[nodiscard]] const PayloadPart *payloadPartNamed(QByteArrayView name);

/// ISO 8601 in UTC; empty for no time.
[[nodiscard]] QString isoTime(const FigureTitle &title);

/// Text that any XML file can hold: control characters and lone surrogates left out.
[[nodiscard]] QString textForXml(const QString &text);

/// "The picture is damaged and cannot carry its data." with the cause as evidence.
[[nodiscard]] std::unexpected<Error> damagedPicture(const QString &cause);

} // namespace Decayscope
