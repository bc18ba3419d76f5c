// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemadocument.h"

#include <QJsonDocument>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestDocument = qsizetype{16} * 1024 * 1024;

} // namespace

std::unexpected<Error> unreadable(
    ErrorKind kind, const SchemaDocument &expected, const QString &source, const QString &why)
{
    return failure(kind, u"\"%1\" cannot be read as %2. %3"_s.arg(source, expected.noun, why));
}

Result<QJsonObject> schemaObject(const QByteArray &document, const SchemaDocument &expected, const QString &source)
{
    const auto refused = [&](ErrorKind kind, const QString &why) { return unreadable(kind, expected, source, why); };
    if (document.size() > longestDocument)
        return refused(ErrorKind::Refused, u"It is larger than 16 MB."_s);
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError)
        return refused(ErrorKind::InvalidInput,
            u"It is not sound JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset));
    const auto schema = json.object().value(u"schema").toInteger(0);
    if (schema > expected.schema)
        return refused(ErrorKind::TooNew,
            u"It was written by a newer Decayscope (schema %1; this one knows %2)."_s.arg(schema).arg(expected.schema));
    if (schema != expected.schema)
        return refused(ErrorKind::InvalidInput, u"It has no \"schema\": %1."_s.arg(expected.schema));
    return json.object();
}

} // namespace Decayscope
