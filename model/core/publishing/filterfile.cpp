// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterfile.h"

#include "filterfields.h"

#include <QJsonDocument>

namespace Decayscope {

namespace {

constexpr qsizetype longestFilter = qsizetype{16} * 1024 * 1024;

} // namespace

QByteArray filterDocument(const RunFilter &filter)
{
    return QJsonDocument(recipeFilterJson(filter)).toJson(QJsonDocument::Indented);
}

Result<RunFilter> readFilter(const QByteArray &document, const QString &source)
{
    const auto refused = [&source](const QString &why) {
        return failure(
            ErrorKind::InvalidInput, QStringLiteral("\"%1\" cannot be read as a filter. %2").arg(source, why));
    };
    if (document.size() > longestFilter)
        return refused(QStringLiteral("It is larger than 16 MB."));
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError || !json.isObject())
        return refused(
            QStringLiteral("It is not a JSON object: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
    QString fault;
    RunFilter filter;
    FieldReader fields(json.object(), {}, fault);
    takeFilter(fields, filter);
    fields.refuseOthers();
    if (!fault.isEmpty())
        return refused(fault);
    return filter;
}

} // namespace Decayscope
