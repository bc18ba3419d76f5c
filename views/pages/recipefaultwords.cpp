// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recipefaultwords.h"

#include <QCoreApplication>

namespace Decayscope {

namespace {

class RecipeFaultWords
{
    Q_DECLARE_TR_FUNCTIONS(RecipeFaultWords)

public:
    static QString empty(const RecipeFault &fault)
    {
        switch (fault.part) {
        case RecipePart::Name:
            return tr("A runtime needs a name.");
        case RecipePart::SetUp:
            return fault.row < 0 ? tr("There must be at least one way to set a project up.")
                                 : tr("A way needs a name.");
        case RecipePart::Run:
            return tr("A command must start the server.");
        case RecipePart::HealthPath:
            return tr("A path must tell whether the server is up.");
        default:
            return tr("Something must stand here.");
        }
    }

    static QString badCharacters(const RecipeFault &fault)
    {
        switch (fault.part) {
        case RecipePart::Name:
            return tr("A name consists of letters a to z, digits, dots, dashes and underscores.");
        case RecipePart::SetUp:
            return tr("Programs are called by their names alone; commands hold no control characters.");
        case RecipePart::Environment:
            return tr("Each line is NAME=value; a name consists of letters, digits and underscores.");
        default:
            return tr("There are characters that have no place here.");
        }
    }

    static QString sentence(const RecipeFault &fault)
    {
        switch (fault.kind) {
        case RecipeFaultKind::Empty:
            return empty(fault);
        case RecipeFaultKind::TooLong:
            return tr("This is longer than any real one.");
        case RecipeFaultKind::BadCharacters:
            return badCharacters(fault);
        case RecipeFaultKind::OutOfRange:
            return tr("This number is beyond its limits.");
        case RecipeFaultKind::DatabasePort:
            return tr("5432 is the port of the run's database; the server needs another one.");
        case RecipeFaultKind::NoSlashFirst:
            return tr("A path begins with a slash.");
        case RecipeFaultKind::SlashLast:
            return tr("The base path does not end with a slash: the paths of the suite begin with one.");
        case RecipeFaultKind::Repeated:
            return tr("Another one has this name.");
        }
        return {};
    }
};

} // namespace

QString recipeFaultWords(const RecipeFault &fault)
{
    return RecipeFaultWords::sentence(fault);
}

} // namespace Decayscope
