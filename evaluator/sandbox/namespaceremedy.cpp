// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "namespaceremedy.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

QString firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readLine(100)).trimmed() : QString();
}

} // namespace

QString namespaceRemedy(const QString &settings)
{
    const auto is
        = [&settings](const QString &name, const QString &value) { return firstLine(settings + u'/' + name) == value; };
    if (is(u"kernel/unprivileged_userns_clone"_s, u"0"_s))
        return u"Allow users their own namespaces: sudo sysctl kernel.unprivileged_userns_clone=1"_s;
    if (is(u"user/max_user_namespaces"_s, u"0"_s))
        return u"Allow users their own namespaces: sudo sysctl user.max_user_namespaces=15000"_s;
    if (is(u"user/max_net_namespaces"_s, u"0"_s))
        return u"Allow users their own networks: sudo sysctl user.max_net_namespaces=15000"_s;
    if (is(u"kernel/apparmor_restrict_unprivileged_userns"_s, u"1"_s))
        return u"Allow users their own namespaces: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"_s;
    return u"Inside a container or a chroot, namespaces must be allowed from outside; otherwise ask the administrator "
           u"of this system to allow unprivileged user namespaces."_s;
}

} // namespace Decayscope
