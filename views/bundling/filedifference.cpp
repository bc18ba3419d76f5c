// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filedifference.h"

#include <base/terminaltext.h>
#include <figurefiles/pictureformats.h>
#include <publishing/csvrecords.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using Kind = FileDifference::Kind;

constexpr double roundingShare = 1e-9;
constexpr qsizetype mostValues = 5;
constexpr qsizetype longestValue = 40;

bool isRounding(const QString &then, const QString &now)
{
    bool isNumber = false;
    bool isAlso = false;
    const auto a = then.toDouble(&isNumber);
    const auto b = now.toDouble(&isAlso);
    return isNumber && isAlso && std::abs(a - b) <= roundingShare * std::max({1.0, std::abs(a), std::abs(b)});
}

QString quotedValue(const QString &value)
{
    return value.isEmpty() ? u"nothing"_s : terminalLine(value, longestValue);
}

/// Cells of two tables of one shape: the first that differ beyond rounding.
QStringList otherValues(const std::vector<QStringList> &then, const std::vector<QStringList> &now)
{
    QStringList values;
    for (std::size_t row = 0; row < then.size(); ++row) {
        for (qsizetype column = 0; column < then[row].size() && values.size() <= mostValues; ++column) {
            const auto &a = then[row].at(column);
            const auto &b = now[row].at(column);
            if (a != b && !isRounding(a, b))
                values.append(u"row %1, %2: %3 stands there, %4 comes out"_s.arg(row).arg(
                    then.front().at(column), quotedValue(a), quotedValue(b)));
        }
    }
    return values;
}

FileDifference tableDifference(const BundledFile &then, const QByteArray &now)
{
    const auto before = ownCsvRecords(then.content);
    const auto after = ownCsvRecords(now);
    if (!before || !after || before->size() != after->size() || before->front() != after->front())
        return {Kind::Content, u"\"%1\" comes out with other rows or columns."_s.arg(then.path)};
    auto values = otherValues(*before, *after);
    if (values.isEmpty())
        return {Kind::Rounding, {}};
    if (values.size() > mostValues)
        values.last() = u"and more"_s;
    return {Kind::Content, u"\"%1\" comes out otherwise: %2."_s.arg(then.path, values.join(u"; "))};
}

FileDifference pictureDifference(const BundledFile &then, const QByteArray &now, bool isPdf)
{
    const auto before = isPdf ? payloadOfPdf(then.content) : payloadOfSvg(then.content);
    const auto after = isPdf ? payloadOfPdf(now) : payloadOfSvg(now);
    if (before && after && *before == *after)
        return {Kind::Drawing, {}};
    return {Kind::Content, u"\"%1\" comes out with other data inside."_s.arg(then.path)};
}

/// From 1.
qsizetype firstOtherLine(const QByteArray &then, const QByteArray &now)
{
    const auto end = std::ranges::mismatch(then, now).in1;
    return std::count(then.begin(), end, '\n') + 1;
}

} // namespace

FileDifference fileDifference(const BundledFile &then, const QByteArray &now)
{
    if (then.content == now)
        return {};
    if (then.path.endsWith(u".csv"))
        return tableDifference(then, now);
    const bool isPdf = then.path.endsWith(u".pdf");
    if (isPdf || then.path.endsWith(u".svg"))
        return pictureDifference(then, now, isPdf);
    return {Kind::Content,
        u"\"%1\" comes out otherwise from line %2 on."_s.arg(then.path).arg(firstOtherLine(then.content, now))};
}

} // namespace Decayscope
