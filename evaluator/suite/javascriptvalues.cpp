// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptvalues.h"

#include "jsonscanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Where a number's first digit that is not 0 stands: above 0 before the point, with the exponent counted in.
qint64 magnitude(QStringView text)
{
    qint64 place = 0;
    qint64 exponent = 0;
    bool seen = false;
    bool behindPoint = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto sign = text[at];
        if (sign == u'e' || sign == u'E') {
            bool isSmall = false;
            exponent = text.sliced(at + 1).toLongLong(&isSmall);
            if (!isSmall)
                return text[at + 1] == u'-' ? -1 : 1;
            break;
        }
        if (sign == u'.') {
            behindPoint = true;
        } else if (sign >= u'0' && sign <= u'9') {
            seen = seen || sign != u'0';
            if (seen && !behindPoint)
                ++place;
            else if (!seen && behindPoint)
                --place;
        }
    }
    if (!seen)
        return std::numeric_limits<qint64>::min();
    return place + std::clamp(exponent, qint64{-1} << 40, qint64{1} << 40);
}

/// All digits with the place of the point, as ECMAScript's Number::toString lays them out.
QString laidOut(QStringView digits, int point)
{
    const auto count = static_cast<int>(digits.size());
    if (count <= point && point <= 21)
        return digits % QString(point - count, u'0');
    if (point > 0 && point <= 21)
        return digits.first(point) % u'.' % digits.sliced(point);
    if (point > -6 && point <= 0)
        return u"0." % QString(-point, u'0') % digits;
    const auto exponent = point - 1;
    const QString power = (exponent < 0 ? u"e-"_s : u"e+"_s) % QString::number(std::abs(exponent));
    if (count == 1)
        return digits % power;
    return digits.first(1) % u'.' % digits.sliced(1) % power;
}

bool isJavaScriptSpace(QChar sign)
{
    return sign.isSpace() ? sign != u'\x85' && !(sign >= u'\x1c' && sign <= u'\x1f') : sign == u'\xfeff';
}

QStringView trimmedAsJavaScript(QStringView text)
{
    while (!text.isEmpty() && isJavaScriptSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isJavaScriptSpace(text.back()))
        text.chop(1);
    return text;
}

constexpr auto notANumber = std::numeric_limits<double>::quiet_NaN();

std::optional<int> digitOf(QChar sign)
{
    if (sign >= u'0' && sign <= u'9')
        return sign.unicode() - u'0';
    const auto letter = sign.unicode() | 0x20;
    return letter >= u'a' && letter <= u'f' ? std::optional(letter - u'a' + 10) : std::nullopt;
}

double wholeNumber(QStringView digits, int base)
{
    double sum = digits.isEmpty() ? notANumber : 0;
    for (const auto sign : digits) {
        const auto digit = digitOf(sign);
        if (!digit || *digit >= base)
            return notANumber;
        sum = sum * base + *digit;
    }
    return sum;
}

/// Digits with at most one point and an exponent, a digit at least; the sign is gone already.
bool isDecimal(QStringView text)
{
    JsonScanner scanner(text);
    const auto digits = [&scanner] {
        auto any = false;
        for (bool more = true; more;) {
            more = false;
            for (char16_t digit = u'0'; digit <= u'9' && !more; ++digit)
                more = scanner.take(digit);
            any = any || more;
        }
        return any;
    };
    const auto before = digits();
    const auto after = scanner.take(u'.') && digits();
    if (!before && !after)
        return false;
    if (scanner.take(u'e') || scanner.take(u'E')) {
        if (!scanner.take(u'+'))
            (void)scanner.take(u'-');
        if (!digits())
            return false;
    }
    return scanner.atEnd();
}

/// The values of a list with those of lists inside it, as String() joins them: nesting does not show.
QString joinedText(QStringView array)
{
    QString text;
    JsonScanner scanner(array);
    while (!scanner.atEnd()) {
        scanner.skipSpace();
        if (scanner.take(u'[') || scanner.take(u']'))
            continue;
        if (scanner.take(u',')) {
            text += u',';
            continue;
        }
        const auto start = scanner.position();
        if (!scanner.skipValue())
            break;
        const auto value = scanner.since(start);
        if (value == u"null")
            continue;
        text += value.startsWith(u'"')              ? unquotedJson(value)
            : value.startsWith(u'{')                ? u"[object Object]"_s
            : value == u"true" || value == u"false" ? value.toString()
                                                    : javaScriptNumber(jsonNumber(value));
    }
    return text;
}

} // namespace

double jsonNumber(QStringView text)
{
    const auto digits = text.toLatin1();
    double number = 0;
    const auto [end, error] = std::from_chars(digits.constData(), digits.constData() + digits.size(), number);
    if (error != std::errc::result_out_of_range)
        return number;
    const auto size = magnitude(text) > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    return digits.startsWith('-') ? -size : size;
}

QString javaScriptNumber(double number)
{
    if (std::isnan(number))
        return u"NaN"_s;
    if (number == 0)
        return u"0"_s;
    if (number < 0)
        return QString(u'-' % javaScriptNumber(-number));
    if (std::isinf(number))
        return u"Infinity"_s;
    std::array<char, 64> buffer{};
    const auto written
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
    const QLatin1StringView text(buffer.data(), written.ptr);
    const auto power = text.indexOf(u'e');
    const QString digits = QString(text.first(power)).remove(u'.');
    return laidOut(digits, text.sliced(power + 1).toInt() + 1);
}

QString javaScriptText(const JsonPlace &place)
{
    switch (place.kind) {
    case JsonKind::Missing:
        return u"undefined"_s;
    case JsonKind::Null:
        return u"null"_s;
    case JsonKind::False:
        return u"false"_s;
    case JsonKind::True:
        return u"true"_s;
    case JsonKind::Number:
        return javaScriptNumber(place.number);
    case JsonKind::String:
        return unquotedJson(place.text);
    case JsonKind::Array:
        return joinedText(place.text);
    case JsonKind::Object:
        break;
    }
    return u"[object Object]"_s;
}

double javaScriptToNumber(QStringView text)
{
    const auto trimmed = trimmedAsJavaScript(text);
    if (trimmed.isEmpty())
        return 0;
    for (const auto &[prefix, base] : {std::pair(u"0x"_s, 16), std::pair(u"0o"_s, 8), std::pair(u"0b"_s, 2)}) {
        if (trimmed.startsWith(prefix, Qt::CaseInsensitive))
            return wholeNumber(trimmed.sliced(2), base);
    }
    const auto isNegative = trimmed.front() == u'-';
    const auto digits = isNegative || trimmed.front() == u'+' ? trimmed.sliced(1) : trimmed;
    if (digits == u"Infinity")
        return isNegative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (!isDecimal(digits))
        return notANumber;
    return isNegative ? -jsonNumber(digits) : jsonNumber(digits);
}

double javaScriptToNumber(const JsonPlace &place)
{
    switch (place.kind) {
    case JsonKind::Missing:
    case JsonKind::Object:
        return notANumber;
    case JsonKind::Null:
    case JsonKind::False:
        return 0;
    case JsonKind::True:
        return 1;
    case JsonKind::Number:
        return place.number;
    case JsonKind::String:
    case JsonKind::Array:
        break;
    }
    return javaScriptToNumber(javaScriptText(place));
}

bool isTruthy(const JsonPlace &place)
{
    switch (place.kind) {
    case JsonKind::Missing:
    case JsonKind::Null:
    case JsonKind::False:
        return false;
    case JsonKind::Number:
        return place.number != 0;
    case JsonKind::String:
        return place.text.size() > 2;
    case JsonKind::True:
    case JsonKind::Array:
    case JsonKind::Object:
        break;
    }
    return true;
}

bool isInteger(const JsonPlace &place)
{
    return place.kind == JsonKind::Number && std::isfinite(place.number) && std::trunc(place.number) == place.number;
}

} // namespace Decayscope
