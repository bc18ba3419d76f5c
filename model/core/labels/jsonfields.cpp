// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonfields.h"

#include <QJsonDocument>

#include <cmath>

namespace Decayscope {

namespace {

constexpr qsizetype hashBytes = 32;

} // namespace

JsonFields::JsonFields(QJsonObject object, QString place, std::shared_ptr<QString> fault)
    : m_object(std::move(object))
    , m_place(std::move(place))
    , m_fault(std::move(fault))
{ }

Result<JsonFields> JsonFields::parsed(const QByteArray &json, const QString &what, qsizetype limit)
{
    if (json.size() > limit)
        return failure(ErrorKind::InvalidInput,
            what % u" is longer than " % QString::number(limit) % u" bytes. No program writes such a one.");
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return failure(ErrorKind::InvalidInput,
            what % u" is no JSON: " % fault.errorString() % u" at byte " % QString::number(fault.offset) % u'.');
    if (!document.isObject())
        return failure(ErrorKind::InvalidInput, what % u" is no JSON object.");
    return JsonFields(document.object(), what, std::make_shared<QString>());
}

QString JsonFields::inside(QLatin1StringView key) const
{
    return m_place % u": " % key;
}

void JsonFields::refuse(QLatin1StringView key, QStringView why)
{
    if (m_fault->isEmpty())
        *m_fault = u"\"" % key % u"\" of " % m_place % u' ' % why % u'.';
}

QJsonValue JsonFields::value(QLatin1StringView key, QJsonValue::Type type, QStringView kind)
{
    const auto found = m_object.value(key);
    if (!found.isUndefined() && found.type() != type)
        refuse(key, kind);
    return found;
}

QString JsonFields::text(QLatin1StringView key)
{
    return value(key, QJsonValue::String, u"is no text").toString();
}

QString JsonFields::someText(QLatin1StringView key)
{
    auto found = text(key);
    if (found.isEmpty())
        refuse(key, u"is empty");
    return found;
}

QStringList JsonFields::texts(QLatin1StringView key)
{
    QStringList list;
    const auto array = value(key, QJsonValue::Array, u"is no list").toArray();
    list.reserve(array.size());
    for (const auto &entry : array) {
        if (!entry.isString())
            refuse(key, u"holds something that is no text");
        list.append(entry.toString());
    }
    return list;
}

bool JsonFields::flag(QLatin1StringView key)
{
    return value(key, QJsonValue::Bool, u"is neither true nor false").toBool();
}

double JsonFields::real(QLatin1StringView key, double least, double most)
{
    const auto found = value(key, QJsonValue::Double, u"is no number");
    const auto number = found.toDouble();
    if (!found.isUndefined() && !(number >= least && number <= most))
        refuse(key, u"is out of range");
    return number;
}

qint64 JsonFields::integer(QLatin1StringView key, qint64 least, qint64 most, qint64 absent)
{
    const auto found = value(key, QJsonValue::Double, u"is no number");
    if (found.isUndefined())
        return absent;
    constexpr auto broken = std::numeric_limits<qint64>::min();
    const auto number = found.toInteger(broken);
    if (number != broken && number >= least && number <= most)
        return number;
    refuse(key, u"is no whole number in its range");
    return absent;
}

QByteArray JsonFields::hash(QLatin1StringView key)
{
    const auto written = text(key);
    auto bytes = QByteArray::fromHex(written.toLatin1());
    if (!written.isEmpty() && (bytes.size() != hashBytes || hashText(bytes) != written))
        refuse(key, u"is no hash of 64 hexadecimal digits");
    return bytes;
}

JsonFields JsonFields::object(QLatin1StringView key)
{
    return {value(key, QJsonValue::Object, u"is no object").toObject(), inside(key), m_fault};
}

std::vector<JsonFields> JsonFields::objects(QLatin1StringView key)
{
    const auto array = value(key, QJsonValue::Array, u"is no list").toArray();
    std::vector<JsonFields> list;
    list.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &entry : array) {
        if (!entry.isObject())
            refuse(key, u"holds something that is no object");
        const auto number = QString::number(list.size() + 1);
        JsonFields fields(entry.toObject(), inside(key) % u' ' % number, m_fault);
        list.push_back(std::move(fields));
    }
    return list;
}

QString hashText(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

} // namespace Decayscope
