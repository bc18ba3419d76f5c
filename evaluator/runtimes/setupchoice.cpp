// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setupchoice.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

QStringList missingPrograms(const SetUpWay &way, const ProgramLookup &lookup)
{
    QStringList missing;
    for (const auto &program : way.needs) {
        if (!lookup(program))
            missing.append(program);
    }
    return missing;
}

QString notChosen(const SetUpWay &way, const QStringList &missing)
{
    if (missing.isEmpty())
        return u"“%1” asks package registries, which the set-up may not reach."_s.arg(way.name);
    return u"“%1” needs %2, not installed."_s.arg(way.name, missing.join(u", "_s));
}

} // namespace

bool isSystemProgram(const QString &program)
{
    static const QStringList folders{
        u"/usr/local/sbin"_s, u"/usr/local/bin"_s, u"/usr/sbin"_s, u"/usr/bin"_s, u"/sbin"_s, u"/bin"_s};
    return !QStandardPaths::findExecutable(program, folders).isEmpty();
}

Result<SetUpWay> chosenWay(const RuntimeRecipe &recipe, SetUpNetwork network, const ProgramLookup &lookup)
{
    QStringList reasons{u"Projects of the runtime “%1” cannot be set up here."_s.arg(recipe.name)};
    bool isSomethingMissing = false;
    for (const auto &way : recipe.setUp) {
        const auto missing = missingPrograms(way, lookup);
        const bool isAllowed = !way.network || network != SetUpNetwork::Nothing;
        if (missing.isEmpty() && isAllowed)
            return way;
        isSomethingMissing = isSomethingMissing || !missing.isEmpty();
        reasons.append(notChosen(way, missing));
    }
    if (recipe.setUp.empty())
        reasons.append(u"Its recipe has no way of setting up; add one, or reset the recipe."_s);
    if (isSomethingMissing)
        reasons.append(u"The command ./bootstrap evaluation installs what the program's own recipes need."_s);
    return failure(ErrorKind::NotFound, reasons.join(u' '));
}

} // namespace Decayscope
