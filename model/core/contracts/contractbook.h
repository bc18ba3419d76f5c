// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract.h"

namespace Decayscope {

/// The contracts there are: the program's own and the user's.
class ContractBook
{
public:
    /// The program's own alone: "conduit" first.
    [[nodiscard]] static const ContractBook &builtIn();

    /// Where the user's contracts stand: one folder each, below `contracts` in the program's folder for data.
    [[nodiscard]] static QString userFolder();

    /// The program's own, and those of a folder of contracts. One that cannot be read is left out and named in
    /// `problems()`; one that has a name or word of another is a problem as well. A missing folder holds none.
    [[nodiscard]] static ContractBook open(const QString &folder);

    /// Adds a contract file or folder, in place of the user's own of its name or word. Errors: those of openContract(),
    /// InvalidInput where the name or word is that of one of the program's.
    [[nodiscard]] Result<> add(const QString &path);

    [[nodiscard]] const std::vector<Contract> &contracts() const { return m_contracts; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

    [[nodiscard]] const Contract *contract(QStringView name) const; ///< By its name; null where there is none.
    [[nodiscard]] const Contract *contractOf(const TaskSpec &task) const; ///< By its word.

    /// All generation tasks of all contracts, contract by contract.
    [[nodiscard]] std::vector<TaskSpec> tasks() const;

    /// The task a user names: of any contract by its name alone or below its runtime ("flask-openapi-sqlite",
    /// "uv/flask-shelf-sqlite"), a feature task below its framework ("express/hard-focused-task-001").
    /// Errors: InvalidInput, saying what is expected.
    [[nodiscard]] Result<TaskSpec> taskNamed(const QString &text) const;

private:
    void take(Result<Contract> contract); ///< Or its problem.
    [[nodiscard]] static QString clashText(const Contract &contract, const Contract &earlier);
    [[nodiscard]] std::unexpected<Error> noSuchTask(const QString &text) const;

    std::vector<Contract> m_contracts;
    QStringList m_problems;
};

} // namespace Decayscope
