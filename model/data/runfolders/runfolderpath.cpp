// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runfolderpath.h"

#include <algorithm>
#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxNameBytes = 200; // file systems take 255, of which temporary names need some

bool isDigitSign(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Imports tell runs and dates by the shape of their folders' names.
bool looksLikeRun(QStringView name)
{
    return name.startsWith("run_"_L1) && name.size() > 4 && std::ranges::all_of(name.sliced(4), isDigitSign);
}

bool beginsWithDay(QStringView name)
{
    static constexpr QStringView shape{u"dddd-dd-dd"};
    return name.size() >= shape.size()
        && std::ranges::equal(shape, name.first(shape.size()),
            [](QChar want, QChar have) { return want == u'd' ? isDigitSign(have) : have == want; });
}

std::unexpected<Error> noPlace(const QString &part, const QString &name)
{
    return failure(ErrorKind::Refused,
        u"A run cannot be written: its %1 \"%2\" cannot be the name of a folder. Expected is a name without \"/\", "
        u"that "
        u"does not begin with a dot, of at most 200 bytes."_s.arg(part, name.left(200)));
}

} // namespace

bool isPlainName(QStringView name)
{
    const auto isBad
        = [](QChar c) { return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control || c.isNull(); };
    return !name.isEmpty() && !name.startsWith(u'.') && name.toUtf8().size() <= maxNameBytes && name.isValidUtf16()
        && std::ranges::none_of(name, isBad);
}

Result<QString> runFolderPath(const RunKey &key)
{
    const std::array<std::pair<QString, QString>, 5> names{
        {{u"runtime"_s, key.runtime}, {u"scaffold"_s, key.configuration.scaffold},
            {u"model"_s, key.configuration.model}, {u"task"_s, key.task}, {u"date"_s, key.date}}};
    QStringList path;
    path.reserve(6);
    for (const auto &[part, name] : names) {
        if (!isPlainName(name) || looksLikeRun(name))
            return noPlace(part, name);
        path.append(name);
    }
    if (!beginsWithDay(key.date))
        return failure(ErrorKind::Refused,
            u"A run cannot be written: its date \"%1\" is none such as 2026-04-01T12-00-00."_s.arg(key.date));
    if (key.trial < 0)
        return failure(
            ErrorKind::Refused, u"A run cannot be written: its trial is number %1."_s.arg(QString::number(key.trial)));
    path.append(u"run_%1"_s.arg(key.trial));
    return path.join(u'/');
}

} // namespace Decayscope
