// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <compare>
#include <initializer_list>
#include <optional>
#include <vector>

namespace Decayscope {

/// A structural constraint a task can put on the agent, in the study's order.
enum class Constraint : quint8 { CleanArchitecture, Postgres, Sqlite, SqlAlchemy, Sequelize };

/// What a constraint is about; each run has at most one verdict per kind.
enum class ConstraintKind : quint8 { Architecture, Database, Orm };

inline constexpr std::array allConstraints{Constraint::CleanArchitecture, Constraint::Postgres, Constraint::Sqlite,
    Constraint::SqlAlchemy, Constraint::Sequelize};

/// The name used in task names, files and on the command line, such as "clean_architecture".
[[nodiscard]] QString constraintName(Constraint constraint);

/// The name a reader expects, such as "Clean Architecture". A proper name: not translated.
[[nodiscard]] QString constraintTitle(Constraint constraint);

[[nodiscard]] std::optional<Constraint> constraintFromName(QStringView name);

[[nodiscard]] ConstraintKind kindOf(Constraint constraint);

/// The constraints of one task; its size is the task's level.
class ConstraintSet
{
public:
    ConstraintSet() = default;
    ConstraintSet(std::initializer_list<Constraint> constraints);

    [[nodiscard]] bool contains(Constraint constraint) const { return (m_bits & bit(constraint)) != 0; }
    [[nodiscard]] bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] int size() const;
    [[nodiscard]] ConstraintSet with(Constraint constraint) const;
    [[nodiscard]] ConstraintSet without(Constraint constraint) const;
    [[nodiscard]] std::optional<Constraint> ofKind(ConstraintKind kind) const;
    [[nodiscard]] std::vector<Constraint> toVector() const;

    /// Names in the order of task names, joined by `separator`; empty for no constraint.
    [[nodiscard]] QString joined(QStringView separator) const;

    /// One bit a constraint, as stored in the database.
    [[nodiscard]] quint8 bits() const { return m_bits; }
    [[nodiscard]] static ConstraintSet fromBits(quint8 bits);

    auto operator<=>(const ConstraintSet &) const = default;

private:
    [[nodiscard]] static constexpr quint8 bit(Constraint constraint)
    {
        return static_cast<quint8>(1U << static_cast<unsigned>(constraint));
    }

    quint8 m_bits = 0;
};

} // namespace Decayscope
