// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ormsigns.h"

namespace Decayscope {

namespace {

using namespace SignPieces;

constexpr std::array sqlAlchemyTable{
    SignPattern{"import:sqlalchemy", {exact("import"), spaces, exact("sqlalchemy")}, true},
    SignPattern{"import:sqlalchemy", {exact("from"), spaces, exact("sqlalchemy.")}},
    SignPattern{"import:sqlalchemy", {exact("from"), spaces, exact("sqlalchemy"), spaces, exact("import")}},
    SignPattern{"dep:sqlalchemy", {anyCase("sqlalchemy")}},
};

constexpr std::array sequelizeTable{
    SignPattern{"import:sequelize",
        {anyCase("require("), maybeSpaces, quote, anyCase("sequelize"), quote, maybeSpaces, exact(")")}},
    SignPattern{"esm:sequelize", {anyCase("from"), spaces, quote, anyCase("sequelize"), quote}},
    SignPattern{"dep:sequelize", {quote, anyCase("sequelize"), quote, maybeSpaces, exact(":")}},
    SignPattern{"usage:sequelize", {anyCase("new"), spaces, anyCase("sequelize"), maybeSpaces, exact("(")}},
};

} // namespace

std::vector<Sign> findOrmSigns(const AddedCode &code, Constraint orm)
{
    if (orm == Constraint::SqlAlchemy)
        return findSigns(code, sqlAlchemyTable);
    if (orm == Constraint::Sequelize)
        return findSigns(code, sequelizeTable);
    return {};
}

} // namespace Decayscope
