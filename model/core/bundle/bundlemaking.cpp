// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlefault.h"
#include "bundlereadme.h"

#include <publishing/fieldreader.h>

#include <QJsonDocument>

#include <limits>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int makingSchema = 1;
constexpr qsizetype longestMaking = qsizetype{64} * 1024;

} // namespace

QByteArray bundleMakingDocument(const BundleMaking &making)
{
    const QJsonObject object{{u"schema"_s, makingSchema}, {u"program"_s, making.program},
        {u"made"_s, making.made.toUTC().toString(Qt::ISODate)}, {u"qt"_s, making.qt},
        {u"drawing_sha256"_s, making.drawing}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<BundleMaking> readBundleMaking(const QByteArray &document, const QString &source)
{
    const auto refused = [&source](ErrorKind kind, const QString &why) {
        return unreadableDocument(kind, source, u"what made a bundle"_s, why);
    };
    QJsonParseError error;
    const auto json = document.size() > longestMaking ? QJsonDocument() : QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError || !json.isObject())
        return refused(ErrorKind::InvalidInput, u"It is no JSON object of less than 64 KB."_s);
    QString fault;
    FieldReader fields(json.object(), {}, fault);
    double schema = 0;
    QString time;
    BundleMaking making;
    fields.number(u"schema", schema, 0, std::numeric_limits<int>::max());
    if (schema > makingSchema)
        return refused(ErrorKind::TooNew, u"It was written by a newer Decayscope. Use that one."_s);
    fields.text(u"program", making.program);
    fields.text(u"made", time);
    fields.text(u"qt", making.qt);
    fields.text(u"drawing_sha256", making.drawing);
    fields.refuseOthers();
    making.made = QDateTime::fromString(time, Qt::ISODate);
    if (!making.made.isValid())
        fields.refuse(u"made"_s, u"is no time such as 2026-04-01T12:00:00Z"_s);
    if (!fault.isEmpty())
        return refused(ErrorKind::InvalidInput, fault);
    return making;
}

} // namespace Decayscope
