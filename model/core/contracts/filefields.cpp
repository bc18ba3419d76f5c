// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filefields.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = qsizetype{4} * 1024 * 1024;
constexpr qsizetype longestLine = 1000;
constexpr qsizetype mostRows = 100;

/// JSON can write half a character, which no file can hold.
QString wellFormed(QString text)
{
    return text.isValidUtf16() ? std::move(text) : QString::fromUtf8(text.toUtf8());
}

} // namespace

FileFields::FileFields(QJsonObject object, QString origin, QString place, std::shared_ptr<QString> fault)
    : m_object(std::move(object))
    , m_origin(std::move(origin))
    , m_place(std::move(place))
    , m_fault(std::move(fault))
{ }

Result<FileFields> FileFields::parsed(QByteArrayView json, const QString &origin)
{
    if (json.size() > mostBytes)
        return failure(ErrorKind::Refused, u"\"%1\" is larger than 4 MB."_s.arg(origin));
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &fault);
    if (fault.error != QJsonParseError::NoError) {
        const auto line = json.first(std::clamp(qsizetype{fault.offset}, qsizetype{0}, json.size())).count('\n') + 1;
        return failure(ErrorKind::InvalidInput,
            u"\"%1\" is no JSON: line %2: %3."_s.arg(origin, QString::number(line), fault.errorString()));
    }
    if (!document.isObject())
        return failure(ErrorKind::InvalidInput, u"\"%1\" must hold one JSON object."_s.arg(origin));
    return FileFields(document.object(), origin, {}, std::make_shared<QString>());
}

void FileFields::knowOnly(std::initializer_list<QLatin1StringView> keys)
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        const auto known = [&it](QLatin1StringView key) { return it.key() == key; };
        if (std::ranges::none_of(keys, known))
            refuse(it.key().left(80), u"is not known here."_s);
    }
}

bool FileFields::has(QLatin1StringView key) const
{
    const auto found = m_object.constFind(key);
    return found != m_object.constEnd() && !found->isNull();
}

QJsonValue FileFields::value(QLatin1StringView key, QJsonValue::Type type, QStringView kind, Need need)
{
    if (!has(key)) {
        if (need == Need::Required)
            refuse(key, u"is missing; it must be %1."_s.arg(kind));
        return QJsonValue::Undefined;
    }
    auto value = m_object.value(key);
    if (value.type() == type)
        return value;
    refuse(key, u"must be %1."_s.arg(kind));
    return QJsonValue::Undefined;
}

QString FileFields::text(QLatin1StringView key, Need need)
{
    auto text = value(key, QJsonValue::String, u"a text", need).toString();
    if (need == Need::Required && text.isEmpty())
        refuse(key, u"must not be empty."_s);
    return wellFormed(std::move(text));
}

QString FileFields::line(QLatin1StringView key, Need need)
{
    auto line = text(key, need);
    return isLine(line, key) ? line : QString();
}

bool FileFields::isLine(const QString &text, const QString &key)
{
    const bool printable = std::ranges::none_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
    if (printable && text.size() <= longestLine)
        return true;
    refuse(key, u"must be one line of at most %1 characters."_s.arg(longestLine));
    return false;
}

QJsonArray FileFields::list(QLatin1StringView key, Need need, qsizetype most)
{
    auto values = value(key, QJsonValue::Array, u"a list", need).toArray();
    if (values.size() > most)
        refuse(key, u"has more than %1 entries."_s.arg(most));
    else if (need == Need::Required && values.isEmpty())
        refuse(key, u"must not be empty."_s);
    return values.size() > most ? QJsonArray() : std::move(values);
}

QJsonArray FileFields::values(QLatin1StringView key, qsizetype most)
{
    return list(key, Need::Optional, most);
}

QStringList FileFields::lines(QLatin1StringView key, Need need)
{
    return linesOf(list(key, need, mostRows), key);
}

QStringList FileFields::linesOf(const QJsonArray &values, const QString &key)
{
    QStringList lines;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto place = u"%1[%2]"_s.arg(key).arg(i);
        const auto value = values.at(i);
        if (!value.isString())
            refuse(place, u"must be a text."_s);
        else if (isLine(value.toString(), place))
            lines.append(wellFormed(value.toString()));
    }
    return lines;
}

std::vector<QStringList> FileFields::lists(QLatin1StringView key)
{
    const auto values = list(key, Need::Required, mostRows);
    std::vector<QStringList> lists;
    lists.reserve(static_cast<std::size_t>(values.size()));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto place = u"%1[%2]"_s.arg(key).arg(i);
        const auto inner = values.at(i);
        if (!inner.isArray())
            refuse(place, u"must be a list."_s);
        else if (inner.toArray().size() > mostRows)
            refuse(place, u"has more than %1 entries."_s.arg(mostRows));
        else
            lists.push_back(linesOf(inner.toArray(), place));
    }
    return lists;
}

std::optional<int> FileFields::number(QLatin1StringView key, int least, int most)
{
    if (!has(key))
        return std::nullopt;
    const auto kind = u"a whole number from %1 to %2"_s.arg(least).arg(most);
    const auto found = value(key, QJsonValue::Double, kind, Need::Optional);
    if (!found.isDouble())
        return std::nullopt;
    const auto number = found.toDouble();
    if (number >= least && number <= most && std::trunc(number) == number)
        return static_cast<int>(number);
    refuse(key, u"must be %1."_s.arg(kind));
    return std::nullopt;
}

std::optional<double> FileFields::decimal(QLatin1StringView key, double least, double most)
{
    if (!has(key))
        return std::nullopt;
    const auto kind = u"a number from %1 to %2"_s.arg(least).arg(most);
    const auto found = value(key, QJsonValue::Double, kind, Need::Optional);
    if (!found.isDouble())
        return std::nullopt;
    if (const auto number = found.toDouble(); number >= least && number <= most)
        return number;
    refuse(key, u"must be %1."_s.arg(kind));
    return std::nullopt;
}

std::optional<bool> FileFields::flag(QLatin1StringView key)
{
    const auto found = value(key, QJsonValue::Bool, u"true or false", Need::Optional);
    return found.isBool() ? std::optional(found.toBool()) : std::nullopt;
}

FileFields FileFields::object(QLatin1StringView key)
{
    return inside(key, value(key, QJsonValue::Object, u"an object", Need::Optional).toObject());
}

FileFields FileFields::inside(const QString &key, const QJsonObject &object) const
{
    return {object, m_origin, place(key) + u'.', m_fault};
}

std::vector<FileFields> FileFields::objects(QLatin1StringView key, Need need)
{
    const auto values = list(key, need, mostRows);
    std::vector<FileFields> objects;
    objects.reserve(static_cast<std::size_t>(values.size()));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto inside = u"%1[%2]"_s.arg(key).arg(i);
        if (!values.at(i).isObject())
            refuse(inside, u"must be an object."_s);
        objects.push_back(this->inside(inside, values.at(i).toObject()));
    }
    return objects;
}

void FileFields::refuse(const QString &key, const QString &sentence)
{
    if (m_fault->isEmpty())
        *m_fault = u"\"%1\" cannot be used: \"%2\" %3"_s.arg(m_origin, place(key), sentence);
}

std::unexpected<Error> FileFields::error() const
{
    return failure(ErrorKind::InvalidInput, *m_fault);
}

} // namespace Decayscope
