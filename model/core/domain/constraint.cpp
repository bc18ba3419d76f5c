// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "constraint.h"

#include <algorithm>
#include <bit>

namespace Decayscope {

namespace {

struct ConstraintRow
{
    Constraint constraint;
    ConstraintKind kind;
    const char *name;
    const char *title;
};

constexpr std::array rows{
    ConstraintRow{
        Constraint::CleanArchitecture, ConstraintKind::Architecture, "clean_architecture", "Clean Architecture"},
    ConstraintRow{Constraint::Postgres, ConstraintKind::Database, "postgres", "PostgreSQL"},
    ConstraintRow{Constraint::Sqlite, ConstraintKind::Database, "sqlite", "SQLite"},
    ConstraintRow{Constraint::SqlAlchemy, ConstraintKind::Orm, "sqlalchemy", "SQLAlchemy"},
    ConstraintRow{Constraint::Sequelize, ConstraintKind::Orm, "sequelize", "Sequelize"},
};

const ConstraintRow &rowOf(Constraint constraint)
{
    return rows.at(static_cast<std::size_t>(constraint));
}

} // namespace

QString constraintName(Constraint constraint)
{
    return QString::fromLatin1(rowOf(constraint).name);
}

QString constraintTitle(Constraint constraint)
{
    return QString::fromLatin1(rowOf(constraint).title);
}

std::optional<Constraint> constraintFromName(QStringView name)
{
    const auto found
        = std::ranges::find_if(rows, [name](const auto &row) { return name == QLatin1StringView(row.name); });
    if (found == rows.end())
        return std::nullopt;
    return found->constraint;
}

ConstraintKind kindOf(Constraint constraint)
{
    return rowOf(constraint).kind;
}

ConstraintSet::ConstraintSet(std::initializer_list<Constraint> constraints)
{
    for (const auto constraint : constraints)
        m_bits |= bit(constraint);
}

int ConstraintSet::size() const
{
    return std::popcount(m_bits);
}

ConstraintSet ConstraintSet::with(Constraint constraint) const
{
    return fromBits(static_cast<quint8>(m_bits | bit(constraint)));
}

ConstraintSet ConstraintSet::without(Constraint constraint) const
{
    return fromBits(static_cast<quint8>(m_bits & ~bit(constraint)));
}

std::optional<Constraint> ConstraintSet::ofKind(ConstraintKind kind) const
{
    for (const auto constraint : allConstraints) {
        if (contains(constraint) && kindOf(constraint) == kind)
            return constraint;
    }
    return std::nullopt;
}

std::vector<Constraint> ConstraintSet::toVector() const
{
    std::vector<Constraint> constraints;
    std::ranges::copy_if(allConstraints, std::back_inserter(constraints), [this](auto c) { return contains(c); });
    return constraints;
}

QString ConstraintSet::joined(QStringView separator) const
{
    QStringList names;
    for (const auto constraint : toVector())
        names.append(constraintName(constraint));
    return names.join(separator);
}

ConstraintSet ConstraintSet::fromBits(quint8 bits)
{
    ConstraintSet set;
    set.m_bits = bits & ((1U << allConstraints.size()) - 1U);
    return set;
}

} // namespace Decayscope
