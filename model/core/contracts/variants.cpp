// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variants.h"

#include <map>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// Every ORM looks alike to "orm".
std::optional<ConstraintKind> kindNamed(const QString &name)
{
    if (name == anyOrmName)
        return ConstraintKind::Orm;
    const auto constraint = constraintFromName(name);
    if (!constraint)
        return std::nullopt;
    return kindOf(*constraint);
}

QString knownNames()
{
    QStringList names;
    for (const auto constraint : allConstraints)
        names.append(constraintName(constraint));
    return names.join(", "_L1) + u" and "_s + anyOrmName;
}

} // namespace

std::optional<ConstraintSet> constraintsOf(const QStringList &variant, Constraint orm)
{
    ConstraintSet constraints;
    for (const auto &name : variant) {
        const auto constraint = name == anyOrmName ? orm : constraintFromName(name);
        if (!constraint || (kindOf(*constraint) == ConstraintKind::Orm && *constraint != orm))
            return std::nullopt;
        constraints = constraints.with(*constraint);
    }
    return constraints;
}

QString variantFault(const QStringList &variant)
{
    std::map<ConstraintKind, QString> names;
    for (const auto &name : variant) {
        const auto kind = kindNamed(name);
        if (!kind)
            return u"names \"%1\"; known are %2."_s.arg(name.left(40), knownNames());
        if (const auto [earlier, isNew] = names.emplace(*kind, name); !isNew)
            return u"holds both \"%1\" and \"%2\"; there is room for one of the kind."_s.arg(earlier->second, name);
    }
    if (names.contains(ConstraintKind::Orm) && !names.contains(ConstraintKind::Database))
        return u"holds an ORM without a database; add \"postgres\" or \"sqlite\"."_s;
    return {};
}

} // namespace Decayscope
