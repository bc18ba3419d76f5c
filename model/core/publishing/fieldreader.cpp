// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fieldreader.h"

#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestText = qsizetype{64} * 1024;
constexpr qsizetype mostTexts = 10'000;

/// Of what somebody else wrote, enough to find it.
QString shortened(const QString &text)
{
    constexpr qsizetype enough = 60;
    return text.size() > enough ? QString(text.left(enough) % u'…') : text;
}

} // namespace

FieldReader::FieldReader(QJsonObject object, QString place, QString &fault)
    : m_object(std::move(object))
    , m_place(std::move(place))
    , m_fault(fault)
{ }

QStringList FieldReader::keys()
{
    auto keys = m_object.keys();
    if (keys.removeIf([](const QString &key) { return !key.isValidUtf16(); }) > 0)
        refuse(m_place, u"has a key with broken characters"_s);
    return keys;
}

QString FieldReader::placeOf(QStringView key) const
{
    return m_place.isEmpty() ? key.toString() : QString(m_place % u'.' % key);
}

void FieldReader::refuse(const QString &place, const QString &what)
{
    if (m_fault.isEmpty())
        m_fault = u"\"%1\" %2."_s.arg(shortened(place), what);
}

std::optional<QJsonValue> FieldReader::value(QStringView key, QJsonValue::Type type, QStringView typeName)
{
    m_known.append(key.toString());
    auto value = m_object.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (value.type() == type)
        return value;
    refuse(placeOf(key), u"must be %1"_s.arg(typeName));
    return std::nullopt;
}

void FieldReader::text(QStringView key, QString &into)
{
    const auto found = value(key, QJsonValue::String, u"a text");
    if (!found)
        return;
    auto text = found->toString();
    if (text.size() > longestText)
        refuse(placeOf(key), u"is longer than %1 characters"_s.arg(longestText));
    else if (!text.isValidUtf16())
        refuse(placeOf(key), u"holds broken characters"_s);
    else
        into = std::move(text);
}

void FieldReader::texts(QStringView key, QStringList &into)
{
    const auto list = array(key);
    if (list.size() > mostTexts) {
        refuse(placeOf(key), u"has more than %1 entries"_s.arg(mostTexts));
        return;
    }
    QStringList texts;
    for (const auto &entry : list) {
        if (!entry.isString() || entry.toString().size() > longestText || !entry.toString().isValidUtf16()) {
            refuse(placeOf(key), u"must hold sound texts of up to %1 characters"_s.arg(longestText));
            return;
        }
        texts.append(entry.toString());
    }
    if (has(key))
        into = std::move(texts);
}

void FieldReader::flag(QStringView key, bool &into)
{
    if (const auto found = value(key, QJsonValue::Bool, u"true or false"))
        into = found->toBool();
}

void FieldReader::number(QStringView key, double &into, double minimum, double maximum)
{
    const auto found = value(key, QJsonValue::Double, u"a number");
    if (!found)
        return;
    const auto number = found->toDouble();
    if (!std::isfinite(number) || number < minimum || number > maximum)
        refuse(placeOf(key),
            u"is %1; it must lie between %2 and %3"_s.arg(
                QString::number(number), QString::number(minimum), QString::number(maximum)));
    else
        into = number;
}

QString FieldReader::chosen(QStringView key, const QStringList &names)
{
    const auto found = value(key, QJsonValue::String, u"a text");
    if (!found)
        return {};
    auto name = found->toString();
    if (names.contains(name))
        return name;
    refuse(placeOf(key), u"is \"%1\"; there are %2"_s.arg(shortened(name), names.join(u", ")));
    return {};
}

FieldReader FieldReader::object(QStringView key)
{
    const auto found = value(key, QJsonValue::Object, u"an object");
    return {found ? found->toObject() : QJsonObject(), placeOf(key), m_fault};
}

FieldReader FieldReader::objectIn(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        refuse(place, u"must be an object"_s);
    return {value.toObject(), place, m_fault};
}

QJsonArray FieldReader::array(QStringView key)
{
    const auto found = value(key, QJsonValue::Array, u"a list");
    return found ? found->toArray() : QJsonArray();
}

void FieldReader::refuseOthers()
{
    const auto keys = m_object.keys();
    for (const auto &key : keys) {
        if (!m_known.contains(key))
            refuse(placeOf(key), u"is not known here; there are %1"_s.arg(m_known.join(u", ")));
    }
}

} // namespace Decayscope
