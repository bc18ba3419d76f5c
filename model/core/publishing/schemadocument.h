// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QJsonObject>

namespace Decayscope {

/// What a JSON document must be like to be read.
struct SchemaDocument
{
    QString noun; ///< "a figure recipe"
    int schema = 1; ///< The newest this program knows, and the only one.
};

/// That `source` cannot be read as what the document should be, and why.
[[nodiscard]] std::unexpected<Error> unreadable(
    ErrorKind kind, const SchemaDocument &expected, const QString &source, const QString &why);

/// The object of a document of at most 16 MB with a known "schema"; hostile input is expected. Errors: Refused,
/// InvalidInput, TooNew.
[[nodiscard]] Result<QJsonObject> schemaObject(
    const QByteArray &document, const SchemaDocument &expected, const QString &source);

} // namespace Decayscope
