// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonvalues.h"

#include "jsonparser.h"

#include <QDateTime>
#include <QTimeZone>

#include <simdjson.h>

#include <cmath>
#include <utility>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

constexpr double largestWhole = 9e15; // exact in a double
constexpr double latestSecond = 32503680000; // the year 3000
constexpr std::size_t longestDate = 40;

std::optional<qint64> timeOf(std::string_view date)
{
    if (date.size() > longestDate)
        return {};
    auto time = QDateTime::fromString(QString::fromLatin1(date), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toMSecsSinceEpoch();
}

} // namespace

std::optional<dom::element> memberAt(const dom::element &object, std::string_view key)
{
    dom::element value;
    if (object[key].get(value) != simdjson::SUCCESS || value.is_null())
        return {};
    return value;
}

bool hasMember(const dom::element &object, std::string_view key)
{
    return memberAt(object, key).has_value();
}

std::string_view bytesAt(const dom::element &object, std::string_view key)
{
    std::string_view text;
    return object[key].get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<QString> firstStringAt(const dom::element &object, std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys) {
        std::string_view text;
        if (object[key].get_string().get(text) == simdjson::SUCCESS)
            return searchable(text);
    }
    return {};
}

std::optional<qint64> wholeAt(const dom::element &object, std::string_view key)
{
    std::int64_t whole = 0;
    if (object[key].get_int64().get(whole) == simdjson::SUCCESS)
        return whole;
    const auto real = realAt(object, key);
    return real && std::abs(*real) < largestWhole ? std::optional<qint64>(std::llround(*real)) : std::nullopt;
}

std::optional<int> smallAt(const dom::element &object, std::string_view key)
{
    const auto whole = wholeAt(object, key);
    return whole && std::in_range<int>(*whole) ? std::optional(static_cast<int>(*whole)) : std::nullopt;
}

std::optional<double> realAt(const dom::element &object, std::string_view key)
{
    double real = 0;
    if (object[key].get_double().get(real) != simdjson::SUCCESS || !std::isfinite(real))
        return {};
    return real;
}

bool isTrueAt(const dom::element &object, std::string_view key)
{
    bool value = false;
    return object[key].get_bool().get(value) == simdjson::SUCCESS && value;
}

std::optional<qint64> timeAt(const dom::element &object, std::string_view key)
{
    if (const auto seconds = realAt(object, key)) {
        const auto isPlausible = *seconds > 0 && *seconds < latestSecond;
        return isPlausible ? std::optional<qint64>(std::llround(*seconds * 1000)) : std::nullopt;
    }
    const auto date = bytesAt(object, key);
    return date.empty() ? std::nullopt : timeOf(date);
}

} // namespace Decayscope
