// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recipefields.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr qsizetype longestKey = 60; ///< Shown of a key that somebody else wrote.

} // namespace

RecipeFields::RecipeFields(const QJsonObject &object, QString where)
    : m_object(object)
    , m_where(std::move(where))
{ }

void RecipeFields::knowOnly(std::span<const QLatin1StringView> keys)
{
    for (auto entry = m_object.constBegin(); entry != m_object.constEnd(); ++entry) {
        if (std::ranges::find(keys, entry.key()) == keys.end())
            complain(entry.key().left(longestKey), u"is not known here; see whether it is spelt right."_s);
    }
}

void RecipeFields::read(QLatin1StringView key, QString &text)
{
    if (const auto value = m_object.value(key); value.isString())
        text = value.toString();
    else if (!value.isUndefined())
        complain(key, u"must be a text."_s);
}

void RecipeFields::read(QLatin1StringView key, bool &truth)
{
    if (const auto value = m_object.value(key); value.isBool())
        truth = value.toBool();
    else if (!value.isUndefined())
        complain(key, u"must be true or false."_s);
}

void RecipeFields::read(QLatin1StringView key, int &number, RecipeRange range)
{
    const auto value = m_object.value(key);
    if (value.isUndefined())
        return;
    const double given = value.toDouble();
    if (value.isDouble() && given == std::floor(given) && std::abs(given) < 1e9)
        number = static_cast<int>(given);
    else
        complain(key, rangeText(range));
}

void RecipeFields::read(QLatin1StringView key, QStringList &texts)
{
    const auto value = m_object.value(key);
    if (value.isUndefined())
        return;
    if (!value.isArray())
        return complain(key, u"must be a list of texts."_s);
    QStringList read;
    const auto array = value.toArray();
    for (const auto &one : array) {
        if (!one.isString())
            return complain(u"%1[%2]"_s.arg(key).arg(read.size()), u"must be a text."_s);
        read.append(one.toString());
    }
    texts = read;
}

void RecipeFields::read(QLatin1StringView key, std::vector<QString> &texts)
{
    QStringList list(texts.begin(), texts.end());
    read(key, list);
    texts.assign(list.cbegin(), list.cend());
}

void RecipeFields::read(QLatin1StringView key, std::map<QString, QString> &texts)
{
    const auto value = m_object.value(key);
    if (value.isUndefined())
        return;
    if (!value.isObject())
        return complain(key, u"must be an object of texts."_s);
    texts.clear();
    const auto object = value.toObject();
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        if (!entry.value().isString())
            return complain(u"%1.%2"_s.arg(key, entry.key().left(longestKey)), u"must be a text."_s);
        texts.emplace(entry.key(), entry.value().toString());
    }
}

void RecipeFields::complain(const QString &key, const QString &sentence)
{
    if (m_complaint.isEmpty())
        m_complaint = m_where + u'.' + key + u": " + sentence;
}

void RecipeFields::take(const RecipeFields &inner)
{
    if (m_complaint.isEmpty())
        m_complaint = inner.m_complaint;
}

QString rangeText(RecipeRange range)
{
    return u"must be a whole number from %1 to %2."_s.arg(range.least).arg(range.most);
}

} // namespace Decayscope
