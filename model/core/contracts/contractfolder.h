// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

namespace Decayscope {

/// The files of one contract: a folder nothing is read outside of.
class ContractFolder
{
public:
    /// `path` is a contract's file, or the folder of `contract.json`. Errors: Unreadable.
    [[nodiscard]] static Result<ContractFolder> at(const QString &path);

    [[nodiscard]] const QString &contractFile() const { return m_file; } ///< With its path.

    /// A file of the folder with its path, for messages.
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder + u'/' + name; }

    /// The contract's file itself. Errors: Unreadable, Refused where it is larger than 4 MB.
    [[nodiscard]] Result<QByteArray> contractBytes() const;

    /// A file named by the contract, relative to the folder. Errors: as above, and Refused where it lies outside.
    [[nodiscard]] Result<QByteArray> bytes(const QString &name) const;

private:
    ContractFolder(QString folder, QString file);

    QString m_folder;
    QString m_file;
};

/// A suite of the program by its name, such as "conduit"; empty where there is none.
[[nodiscard]] QByteArray embeddedSuite(const QString &name);

/// The contract files of the program, "conduit" first.
[[nodiscard]] QStringList embeddedContracts();

} // namespace Decayscope
