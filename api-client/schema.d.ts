// Written by `node api/write-client.ts` from the routes of api/: change them, not this.
export interface paths {
    "/api/businesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The businesses that one works in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            businesses: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "manager" | "master";
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Makes the business of somebody who has signed up; asking again gives the same one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        language: "ru" | "en";
                        timeZone: string;
                        /** @default false */
                        demo?: boolean;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            businessId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/businesses/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Works in another of one’s businesses from now on, in this browser */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        businessId: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/token/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation promises, for whoever holds its link */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "master";
                            invitedBy: string;
                            name: string | null;
                            email: string | null;
                            /** @enum {string} */
                            state: "open" | "accepted" | "revoked" | "expired";
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comes to work in the business that invited */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            businessId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters of a development machine, which are shown instead of being sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            letters: {
                                /** Format: uuid */
                                id: string;
                                to: string;
                                subject: string;
                                text: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, for which business, and the counts on the navigation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            user: {
                                id: string;
                                email: string;
                                name: string;
                            };
                            /** @enum {string} */
                            role: "owner" | "manager" | "master";
                            business: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                timeZone: string;
                                currency: string;
                                /** @enum {string} */
                                language: "ru" | "en";
                                revision: number;
                                settings: {
                                    paymentDeadlineSeconds: number;
                                    courierFeeMinor: number;
                                    lowStock: number;
                                    pickupAddress: {
                                        ru: string;
                                        en: string;
                                    };
                                    pickupFromHour: number;
                                    pickupToHour: number;
                                    workingHours: ({
                                        from: string;
                                        to: string;
                                    } | null)[];
                                    notices: {
                                        newOrder: boolean;
                                        paidOrder: boolean;
                                        freeText: boolean;
                                        refund: boolean;
                                    };
                                };
                                bot: {
                                    username: string;
                                    name: string;
                                } | null;
                            };
                            counts: {
                                orders: number;
                                unread: number;
                            };
                            temporalUi: string | null;
                            simulator: boolean;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The day of the business on its own calendar, what needs a person, and the two weeks before */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            day: string;
                            orders: {
                                count: number;
                                revenueMinor: number | null;
                                byState: {
                                    all: number;
                                    action: number;
                                    awaiting: number;
                                    paid: number;
                                    packing: number;
                                    on_the_way: number;
                                    done: number;
                                    cancelled: number;
                                    refund_due: number;
                                };
                                yesterday: {
                                    count: number;
                                    revenueMinor: number | null;
                                };
                            };
                            messages: {
                                in: number;
                                out: number;
                                unread: number;
                            };
                            runs: {
                                entered: number;
                                inside: number;
                                failed: number;
                            };
                            problems: {
                                code: string;
                                /** @enum {string} */
                                severity: "bad" | "wait";
                                words: {
                                    ru: string;
                                    en: string;
                                };
                                link: string;
                            }[];
                            series: {
                                /** Format: date */
                                day: string;
                                orders: number;
                                revenueMinor: number | null;
                            }[];
                            steps: {
                                bot: boolean;
                                products: boolean;
                                automation: boolean;
                                staff: boolean;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a person of the house, newest first, and what of it is unread by the caller */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                kind: "alarm" | "refund" | "unread" | "run_failed" | "bot" | "payments";
                                words: {
                                    ru: string;
                                    en: string;
                                };
                                link: string;
                                read: boolean;
                            }[];
                            unread: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything up to a moment is read by the caller */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks everywhere in the business, at most five of a kind */
        get: {
            parameters: {
                query: {
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contacts: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                username: string | null;
                                phone: string | null;
                            }[];
                            orders: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                customerName: string;
                                /** @enum {string} */
                                badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                                totalMinor: number | null;
                                currency: string;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            automations: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                state: "draft" | "active" | "paused" | "archived";
                            }[];
                            products: {
                                /** Format: uuid */
                                id: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                hidden: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the business */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            timeZone: string;
                            currency: string;
                            /** @enum {string} */
                            language: "ru" | "en";
                            revision: number;
                            settings: {
                                paymentDeadlineSeconds: number;
                                courierFeeMinor: number;
                                lowStock: number;
                                pickupAddress: {
                                    ru: string;
                                    en: string;
                                };
                                pickupFromHour: number;
                                pickupToHour: number;
                                workingHours: ({
                                    from: string;
                                    to: string;
                                } | null)[];
                                notices: {
                                    newOrder: boolean;
                                    paidOrder: boolean;
                                    freeText: boolean;
                                    refund: boolean;
                                };
                            };
                            bot: {
                                username: string;
                                name: string;
                            } | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes some settings; the owner alone may */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        paymentDeadlineSeconds?: number;
                        courierFeeMinor?: number;
                        lowStock?: number;
                        name?: string;
                        timeZone?: string;
                        /** @enum {string} */
                        language?: "ru" | "en";
                        pickupAddress?: {
                            ru: string;
                            en: string;
                        };
                        pickupFromHour?: number;
                        pickupToHour?: number;
                        workingHours?: ({
                            from: string;
                            to: string;
                        } | null)[];
                        notices?: {
                            newOrder?: boolean;
                            paidOrder?: boolean;
                            freeText?: boolean;
                            refund?: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            timeZone: string;
                            currency: string;
                            /** @enum {string} */
                            language: "ru" | "en";
                            revision: number;
                            settings: {
                                paymentDeadlineSeconds: number;
                                courierFeeMinor: number;
                                lowStock: number;
                                pickupAddress: {
                                    ru: string;
                                    en: string;
                                };
                                pickupFromHour: number;
                                pickupToHour: number;
                                workingHours: ({
                                    from: string;
                                    to: string;
                                } | null)[];
                                notices: {
                                    newOrder: boolean;
                                    paidOrder: boolean;
                                    freeText: boolean;
                                    refund: boolean;
                                };
                            };
                            bot: {
                                username: string;
                                name: string;
                            } | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages of the bot: built-in words and those of the business */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            texts: {
                                key: string;
                                /** @enum {string} */
                                group: "greeting" | "settings" | "catalog" | "cart" | "checkout" | "payment" | "orders" | "booking" | "delivery" | "talk";
                                /** @enum {string} */
                                kind: "message" | "line" | "button" | "notice" | "word";
                                limit: number;
                                plural: boolean;
                                ru: {
                                    default: string | {
                                        one: string;
                                        few?: string;
                                        many?: string;
                                        other: string;
                                    };
                                    value: string | {
                                        one: string;
                                        few?: string;
                                        many?: string;
                                        other: string;
                                    } | null;
                                };
                                en: {
                                    default: string | {
                                        one: string;
                                        few?: string;
                                        many?: string;
                                        other: string;
                                    };
                                    value: string | {
                                        one: string;
                                        few?: string;
                                        many?: string;
                                        other: string;
                                    } | null;
                                };
                                variables: {
                                    name: string;
                                    title: {
                                        ru: string;
                                        en: string;
                                    };
                                    sample: {
                                        ru: string;
                                        en: string;
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says a message in the own words of the business; null brings the built-in ones back */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ru?: string | {
                            one: string;
                            few?: string;
                            many?: string;
                            other: string;
                        } | null;
                        en?: string | {
                            one: string;
                            few?: string;
                            many?: string;
                            other: string;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first, with the count of every view */
        get: {
            parameters: {
                query?: {
                    view?: "all" | "action" | "awaiting" | "paid" | "packing" | "on_the_way" | "done" | "cancelled" | "refund_due";
                    search?: string;
                    from?: string;
                    to?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            orders: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                /** Format: uuid */
                                contactId: string;
                                customerName: string;
                                /** @enum {string} */
                                state: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                /** @enum {string} */
                                paymentState: "awaiting" | "paid" | "expired" | "refund_due" | "refunded";
                                /** @enum {string} */
                                badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                                /** @enum {string} */
                                deliveryKind: "pickup" | "courier";
                                deliverySlot: {
                                    date: string;
                                    fromHour: number;
                                    toHour: number;
                                } | null;
                                totalMinor: number;
                                currency: string;
                                cancelReason: string | null;
                                /** Format: date-time */
                                deadlineAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                revision: number;
                                lines: {
                                    product: {
                                        ru: string;
                                        en: string;
                                    };
                                    variant: {
                                        ru: string;
                                        en: string;
                                    };
                                    quantity: number;
                                }[];
                                next: {
                                    /** @enum {string} */
                                    to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                    effects: string[];
                                } | null;
                            }[];
                            counts: {
                                all: number;
                                action: number;
                                awaiting: number;
                                paid: number;
                                packing: number;
                                on_the_way: number;
                                done: number;
                                cancelled: number;
                                refund_due: number;
                            };
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The card of an order: lines, money, story, and what one can do with it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            customerName: string;
                            /** @enum {string} */
                            state: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                            /** @enum {string} */
                            paymentState: "awaiting" | "paid" | "expired" | "refund_due" | "refunded";
                            /** @enum {string} */
                            badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                            /** @enum {string} */
                            deliveryKind: "pickup" | "courier";
                            deliverySlot: {
                                date: string;
                                fromHour: number;
                                toHour: number;
                            } | null;
                            totalMinor: number;
                            currency: string;
                            cancelReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revision: number;
                            itemsMinor: number;
                            deliveryMinor: number;
                            customerPhone: string;
                            deliveryAddress: string | null;
                            comment: string | null;
                            handRefund: {
                                amountMinor: number;
                                error: string | null;
                            } | null;
                            payment: {
                                /** Format: date-time */
                                deadlineAt: string;
                                /** Format: date-time */
                                startedAt: string;
                                link: string | null;
                            };
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                ordersPaid: number;
                                spentMinor: number;
                                /** Format: date-time */
                                since: string;
                                reachable: boolean;
                            };
                            lines: {
                                /** Format: uuid */
                                id: string;
                                product: {
                                    ru: string;
                                    en: string;
                                };
                                variant: {
                                    ru: string;
                                    en: string;
                                };
                                quantity: number;
                                priceMinor: number;
                                /** Format: uuid */
                                photoId: string | null;
                            }[];
                            actions: {
                                /** @enum {string} */
                                to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                /** @enum {string} */
                                direction: "forward" | "back" | "cancel";
                                byHand: boolean;
                                effects: string[];
                            }[];
                            story: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                code: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                by: string | null;
                            }[];
                            workflows: {
                                order: string;
                                payment: string;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves an order along its states, forward or back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            customerName: string;
                            /** @enum {string} */
                            state: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                            /** @enum {string} */
                            paymentState: "awaiting" | "paid" | "expired" | "refund_due" | "refunded";
                            /** @enum {string} */
                            badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                            /** @enum {string} */
                            deliveryKind: "pickup" | "courier";
                            deliverySlot: {
                                date: string;
                                fromHour: number;
                                toHour: number;
                            } | null;
                            totalMinor: number;
                            currency: string;
                            cancelReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revision: number;
                            itemsMinor: number;
                            deliveryMinor: number;
                            customerPhone: string;
                            deliveryAddress: string | null;
                            comment: string | null;
                            handRefund: {
                                amountMinor: number;
                                error: string | null;
                            } | null;
                            payment: {
                                /** Format: date-time */
                                deadlineAt: string;
                                /** Format: date-time */
                                startedAt: string;
                                link: string | null;
                            };
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                ordersPaid: number;
                                spentMinor: number;
                                /** Format: date-time */
                                since: string;
                                reachable: boolean;
                            };
                            lines: {
                                /** Format: uuid */
                                id: string;
                                product: {
                                    ru: string;
                                    en: string;
                                };
                                variant: {
                                    ru: string;
                                    en: string;
                                };
                                quantity: number;
                                priceMinor: number;
                                /** Format: uuid */
                                photoId: string | null;
                            }[];
                            actions: {
                                /** @enum {string} */
                                to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                /** @enum {string} */
                                direction: "forward" | "back" | "cancel";
                                byHand: boolean;
                                effects: string[];
                            }[];
                            story: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                code: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                by: string | null;
                            }[];
                            workflows: {
                                order: string;
                                payment: string;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves the time of the pick-up; what waits for it moves with it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slot: {
                            /** Format: date */
                            date: string;
                            fromHour: number;
                            toHour: number;
                        };
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            customerName: string;
                            /** @enum {string} */
                            state: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                            /** @enum {string} */
                            paymentState: "awaiting" | "paid" | "expired" | "refund_due" | "refunded";
                            /** @enum {string} */
                            badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                            /** @enum {string} */
                            deliveryKind: "pickup" | "courier";
                            deliverySlot: {
                                date: string;
                                fromHour: number;
                                toHour: number;
                            } | null;
                            totalMinor: number;
                            currency: string;
                            cancelReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revision: number;
                            itemsMinor: number;
                            deliveryMinor: number;
                            customerPhone: string;
                            deliveryAddress: string | null;
                            comment: string | null;
                            handRefund: {
                                amountMinor: number;
                                error: string | null;
                            } | null;
                            payment: {
                                /** Format: date-time */
                                deadlineAt: string;
                                /** Format: date-time */
                                startedAt: string;
                                link: string | null;
                            };
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                ordersPaid: number;
                                spentMinor: number;
                                /** Format: date-time */
                                since: string;
                                reachable: boolean;
                            };
                            lines: {
                                /** Format: uuid */
                                id: string;
                                product: {
                                    ru: string;
                                    en: string;
                                };
                                variant: {
                                    ru: string;
                                    en: string;
                                };
                                quantity: number;
                                priceMinor: number;
                                /** Format: uuid */
                                photoId: string | null;
                            }[];
                            actions: {
                                /** @enum {string} */
                                to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                /** @enum {string} */
                                direction: "forward" | "back" | "cancel";
                                byHand: boolean;
                                effects: string[];
                            }[];
                            story: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                code: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                by: string | null;
                            }[];
                            workflows: {
                                order: string;
                                payment: string;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/mark-paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Staff took the money; competes with a payment in flight */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            customerName: string;
                            /** @enum {string} */
                            state: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                            /** @enum {string} */
                            paymentState: "awaiting" | "paid" | "expired" | "refund_due" | "refunded";
                            /** @enum {string} */
                            badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                            /** @enum {string} */
                            deliveryKind: "pickup" | "courier";
                            deliverySlot: {
                                date: string;
                                fromHour: number;
                                toHour: number;
                            } | null;
                            totalMinor: number;
                            currency: string;
                            cancelReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revision: number;
                            itemsMinor: number;
                            deliveryMinor: number;
                            customerPhone: string;
                            deliveryAddress: string | null;
                            comment: string | null;
                            handRefund: {
                                amountMinor: number;
                                error: string | null;
                            } | null;
                            payment: {
                                /** Format: date-time */
                                deadlineAt: string;
                                /** Format: date-time */
                                startedAt: string;
                                link: string | null;
                            };
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                ordersPaid: number;
                                spentMinor: number;
                                /** Format: date-time */
                                since: string;
                                reachable: boolean;
                            };
                            lines: {
                                /** Format: uuid */
                                id: string;
                                product: {
                                    ru: string;
                                    en: string;
                                };
                                variant: {
                                    ru: string;
                                    en: string;
                                };
                                quantity: number;
                                priceMinor: number;
                                /** Format: uuid */
                                photoId: string | null;
                            }[];
                            actions: {
                                /** @enum {string} */
                                to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                /** @enum {string} */
                                direction: "forward" | "back" | "cancel";
                                byHand: boolean;
                                effects: string[];
                            }[];
                            story: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                code: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                by: string | null;
                            }[];
                            workflows: {
                                order: string;
                                payment: string;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels an order with a reason; what was paid is refunded */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            customerName: string;
                            /** @enum {string} */
                            state: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                            /** @enum {string} */
                            paymentState: "awaiting" | "paid" | "expired" | "refund_due" | "refunded";
                            /** @enum {string} */
                            badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                            /** @enum {string} */
                            deliveryKind: "pickup" | "courier";
                            deliverySlot: {
                                date: string;
                                fromHour: number;
                                toHour: number;
                            } | null;
                            totalMinor: number;
                            currency: string;
                            cancelReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revision: number;
                            itemsMinor: number;
                            deliveryMinor: number;
                            customerPhone: string;
                            deliveryAddress: string | null;
                            comment: string | null;
                            handRefund: {
                                amountMinor: number;
                                error: string | null;
                            } | null;
                            payment: {
                                /** Format: date-time */
                                deadlineAt: string;
                                /** Format: date-time */
                                startedAt: string;
                                link: string | null;
                            };
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                ordersPaid: number;
                                spentMinor: number;
                                /** Format: date-time */
                                since: string;
                                reachable: boolean;
                            };
                            lines: {
                                /** Format: uuid */
                                id: string;
                                product: {
                                    ru: string;
                                    en: string;
                                };
                                variant: {
                                    ru: string;
                                    en: string;
                                };
                                quantity: number;
                                priceMinor: number;
                                /** Format: uuid */
                                photoId: string | null;
                            }[];
                            actions: {
                                /** @enum {string} */
                                to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                /** @enum {string} */
                                direction: "forward" | "back" | "cancel";
                                byHand: boolean;
                                effects: string[];
                            }[];
                            story: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                code: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                by: string | null;
                            }[];
                            workflows: {
                                order: string;
                                payment: string;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/refund-by-hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Staff gave the money back themselves: paid by hand, or refused by the provider */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            customerName: string;
                            /** @enum {string} */
                            state: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                            /** @enum {string} */
                            paymentState: "awaiting" | "paid" | "expired" | "refund_due" | "refunded";
                            /** @enum {string} */
                            badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                            /** @enum {string} */
                            deliveryKind: "pickup" | "courier";
                            deliverySlot: {
                                date: string;
                                fromHour: number;
                                toHour: number;
                            } | null;
                            totalMinor: number;
                            currency: string;
                            cancelReason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            revision: number;
                            itemsMinor: number;
                            deliveryMinor: number;
                            customerPhone: string;
                            deliveryAddress: string | null;
                            comment: string | null;
                            handRefund: {
                                amountMinor: number;
                                error: string | null;
                            } | null;
                            payment: {
                                /** Format: date-time */
                                deadlineAt: string;
                                /** Format: date-time */
                                startedAt: string;
                                link: string | null;
                            };
                            contact: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                ordersPaid: number;
                                spentMinor: number;
                                /** Format: date-time */
                                since: string;
                                reachable: boolean;
                            };
                            lines: {
                                /** Format: uuid */
                                id: string;
                                product: {
                                    ru: string;
                                    en: string;
                                };
                                variant: {
                                    ru: string;
                                    en: string;
                                };
                                quantity: number;
                                priceMinor: number;
                                /** Format: uuid */
                                photoId: string | null;
                            }[];
                            actions: {
                                /** @enum {string} */
                                to: "new" | "paid" | "processing" | "shipped" | "delivered" | "completed" | "cancelled";
                                /** @enum {string} */
                                direction: "forward" | "back" | "cancel";
                                byHand: boolean;
                                effects: string[];
                            }[];
                            story: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                code: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                by: string | null;
                            }[];
                            workflows: {
                                order: string;
                                payment: string;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes to the client of an order */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        /** Format: uuid */
                        requestId?: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            messageId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of bookings by view, with the number in each; a master sees their own */
        get: {
            parameters: {
                query?: {
                    view?: "ahead" | "new" | "unsettled" | "done" | "no_show" | "cancelled" | "all";
                    from?: string;
                    to?: string;
                    staffId?: string;
                    serviceId?: string;
                    contactId?: string;
                    search?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bookings: {
                                /** Format: uuid */
                                bookingId: string;
                                number: number;
                                revision: number;
                                /** @enum {string} */
                                state: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                                /** @enum {string} */
                                badge: "new" | "confirmed" | "arrived" | "done" | "moved" | "cancelled" | "no_show";
                                /** Format: date-time */
                                startsAt: string;
                                /** Format: date-time */
                                endsAt: string;
                                timeZone: string;
                                /** Format: date-time */
                                movedFrom: string | null;
                                /** @enum {string} */
                                format: "online" | "place";
                                /** @enum {string} */
                                source: "bot" | "staff" | "automation";
                                contact: {
                                    /** Format: uuid */
                                    contactId: string;
                                    name: string;
                                    phone: string | null;
                                };
                                comment: string | null;
                                priceMinor: number;
                                priceToMinor: number | null;
                                finalPriceMinor: number | null;
                                currency: string;
                                /** @enum {string|null} */
                                cancelledBy: "client" | "staff" | "rule" | null;
                                cancelReason: string | null;
                                /** Format: uuid */
                                sessionId: string | null;
                                items: {
                                    position: number;
                                    /** Format: uuid */
                                    serviceId: string;
                                    serviceName: {
                                        ru: string;
                                        en: string;
                                    };
                                    /** Format: uuid */
                                    staffId: string;
                                    staffName: string;
                                    resourceIds: string[];
                                    addons: {
                                        /** Format: uuid */
                                        id: string;
                                        name: {
                                            ru: string;
                                            en: string;
                                        };
                                        priceMinor: number;
                                        minutes: number;
                                    }[];
                                    /** Format: date-time */
                                    startsAt: string;
                                    /** Format: date-time */
                                    endsAt: string;
                                    priceMinor: number;
                                }[];
                                next: {
                                    /** @enum {string} */
                                    to: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                                    /** @enum {string} */
                                    direction: "forward" | "back" | "cancel";
                                }[];
                                mayMove: boolean;
                            }[];
                            counts: {
                                ahead?: number;
                                new?: number;
                                unsettled?: number;
                                done?: number;
                                no_show?: number;
                                cancelled?: number;
                                all?: number;
                            };
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Books by hand; a new client is written down with it. The same key again is the same booking */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        key?: string;
                        client: {
                            /** Format: uuid */
                            contactId: string;
                        } | {
                            name: string;
                            phone: string | null;
                        };
                        request: {
                            items: {
                                /** Format: uuid */
                                serviceId: string;
                                /** Format: uuid */
                                staffId: string | null;
                                /** @default [] */
                                addonIds?: string[];
                            }[];
                            /**
                             * @default place
                             * @enum {string}
                             */
                            format?: "online" | "place";
                            /**
                             * Format: uuid
                             * @default null
                             */
                            placeId?: string | null;
                        };
                        startsAt: {
                            /** Format: date-time */
                            at: string;
                        } | {
                            /** Format: date */
                            day: string;
                            time: string;
                            /** Format: uuid */
                            placeId: string | null;
                        };
                        /** @default null */
                        comment?: string | null;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            bookingId: string;
                            number: number;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One booking with its story, its reminders and how the client has kept their visits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            bookingId: string;
                            number: number;
                            revision: number;
                            /** @enum {string} */
                            state: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                            /** @enum {string} */
                            badge: "new" | "confirmed" | "arrived" | "done" | "moved" | "cancelled" | "no_show";
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            movedFrom: string | null;
                            /** @enum {string} */
                            format: "online" | "place";
                            /** @enum {string} */
                            source: "bot" | "staff" | "automation";
                            contact: {
                                /** Format: uuid */
                                contactId: string;
                                name: string;
                                phone: string | null;
                            };
                            comment: string | null;
                            priceMinor: number;
                            priceToMinor: number | null;
                            finalPriceMinor: number | null;
                            currency: string;
                            /** @enum {string|null} */
                            cancelledBy: "client" | "staff" | "rule" | null;
                            cancelReason: string | null;
                            /** Format: uuid */
                            sessionId: string | null;
                            items: {
                                position: number;
                                /** Format: uuid */
                                serviceId: string;
                                serviceName: {
                                    ru: string;
                                    en: string;
                                };
                                /** Format: uuid */
                                staffId: string;
                                staffName: string;
                                resourceIds: string[];
                                addons: {
                                    /** Format: uuid */
                                    id: string;
                                    name: {
                                        ru: string;
                                        en: string;
                                    };
                                    priceMinor: number;
                                    minutes: number;
                                }[];
                                /** Format: date-time */
                                startsAt: string;
                                /** Format: date-time */
                                endsAt: string;
                                priceMinor: number;
                            }[];
                            next: {
                                /** @enum {string} */
                                to: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                                /** @enum {string} */
                                direction: "forward" | "back" | "cancel";
                            }[];
                            mayMove: boolean;
                            story: {
                                id: string;
                                /** Format: date-time */
                                at: string;
                                code: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                by: string | null;
                            }[];
                            reminders: {
                                reminder: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                outcome: "sent" | "skipped" | "ahead";
                                reason: string | null;
                            }[];
                            policy: {
                                cancelHours: number;
                                moveHours: number;
                                maxMoves: number;
                            };
                            moves: number;
                            /** Format: date-time */
                            answeredAt: string | null;
                            place: {
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                address: {
                                    ru: string;
                                    en: string;
                                };
                            };
                            client: {
                                visits: number;
                                noShows: number;
                                cancelled: number;
                                /** Format: date-time */
                                lastVisitAt: string | null;
                                hasChat: boolean;
                                unreachable: boolean;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The free times of some days, by the function that books; `except` is a booking that is to be moved */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        request: {
                            items: {
                                /** Format: uuid */
                                serviceId: string;
                                /** Format: uuid */
                                staffId: string | null;
                                /** @default [] */
                                addonIds?: string[];
                            }[];
                            /**
                             * @default place
                             * @enum {string}
                             */
                            format?: "online" | "place";
                            /**
                             * Format: uuid
                             * @default null
                             */
                            placeId?: string | null;
                        };
                        /** Format: date */
                        from: string;
                        /** @default 7 */
                        days?: number;
                        /**
                         * @default client
                         * @enum {string}
                         */
                        by?: "client" | "staff";
                        /** Format: uuid */
                        except?: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            zone: string;
                            /** Format: uuid */
                            placeId: string;
                            days: {
                                day: string;
                                slots: {
                                    /** Format: date-time */
                                    startsAt: string;
                                    /** Format: date-time */
                                    endsAt: string;
                                    /** Format: uuid */
                                    sessionId: string | null;
                                    items: {
                                        /** Format: uuid */
                                        staffId: string;
                                        /** Format: date-time */
                                        startsAt: string;
                                        /** Format: date-time */
                                        endsAt: string;
                                    }[];
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a visit to another time or person, or makes it longer or shorter; a refusal names near times */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        startsAt: {
                            /** Format: date-time */
                            at: string;
                        } | {
                            /** Format: date */
                            day: string;
                            time: string;
                            /** Format: uuid */
                            placeId: string | null;
                        };
                        staff?: {
                            position: number;
                            /** Format: uuid */
                            staffId: string | null;
                        }[];
                        duration?: {
                            position: number;
                            minutes: number;
                        };
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a visit and gives its time back; the client is told, with near times if wanted */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        reason?: string | null;
                        /** @default false */
                        offerTimes?: boolean;
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms a visit, marks it arrived, done with its final price, or not come to; or takes such a mark back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "confirmed" | "arrived" | "done" | "no_show";
                        finalPriceMinor?: number;
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works when, what is booked and blocked, and how full each one is; without a day, from today */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    days?: number;
                    placeId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            zone: string;
                            staff: {
                                /** Format: uuid */
                                staffId: string;
                                name: string;
                                /** Format: uuid */
                                photoId: string | null;
                                /** Format: uuid */
                                placeId: string;
                                working: {
                                    day: string;
                                    spans: {
                                        /** Format: date-time */
                                        from: string;
                                        /** Format: date-time */
                                        to: string;
                                    }[];
                                }[];
                                workingMinutes: number;
                                bookedMinutes: number;
                            }[];
                            resources: {
                                /** Format: uuid */
                                resourceId: string;
                                name: string;
                                /** @enum {string} */
                                kind: "room" | "equipment";
                                /** Format: uuid */
                                placeId: string;
                            }[];
                            places: {
                                /** Format: uuid */
                                placeId: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                timeZone: string;
                            }[];
                            bookings: {
                                /** Format: uuid */
                                bookingId: string;
                                number: number;
                                revision: number;
                                /** @enum {string} */
                                state: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                                /** @enum {string} */
                                badge: "new" | "confirmed" | "arrived" | "done" | "moved" | "cancelled" | "no_show";
                                /** Format: date-time */
                                startsAt: string;
                                /** Format: date-time */
                                endsAt: string;
                                timeZone: string;
                                /** Format: date-time */
                                movedFrom: string | null;
                                /** @enum {string} */
                                format: "online" | "place";
                                /** @enum {string} */
                                source: "bot" | "staff" | "automation";
                                contact: {
                                    /** Format: uuid */
                                    contactId: string;
                                    name: string;
                                    phone: string | null;
                                };
                                comment: string | null;
                                priceMinor: number;
                                priceToMinor: number | null;
                                finalPriceMinor: number | null;
                                currency: string;
                                /** @enum {string|null} */
                                cancelledBy: "client" | "staff" | "rule" | null;
                                cancelReason: string | null;
                                /** Format: uuid */
                                sessionId: string | null;
                                items: {
                                    position: number;
                                    /** Format: uuid */
                                    serviceId: string;
                                    serviceName: {
                                        ru: string;
                                        en: string;
                                    };
                                    /** Format: uuid */
                                    staffId: string;
                                    staffName: string;
                                    resourceIds: string[];
                                    addons: {
                                        /** Format: uuid */
                                        id: string;
                                        name: {
                                            ru: string;
                                            en: string;
                                        };
                                        priceMinor: number;
                                        minutes: number;
                                    }[];
                                    /** Format: date-time */
                                    startsAt: string;
                                    /** Format: date-time */
                                    endsAt: string;
                                    priceMinor: number;
                                }[];
                                next: {
                                    /** @enum {string} */
                                    to: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                                    /** @enum {string} */
                                    direction: "forward" | "back" | "cancel";
                                }[];
                                mayMove: boolean;
                            }[];
                            blocks: {
                                /** Format: uuid */
                                blockId: string;
                                /** Format: uuid */
                                resourceId: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                note: string;
                            }[];
                            cutOff: boolean;
                            from: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time-blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes time of a person, a room or a piece of equipment */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        resourceId: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            blockId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time-blocks/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives blocked time back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/day-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is booked on a day that is to be called off, and where each booking could go */
        get: {
            parameters: {
                query: {
                    day: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bookings: {
                                /** Format: uuid */
                                bookingId: string;
                                number: number;
                                revision: number;
                                /** @enum {string} */
                                state: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                                /** @enum {string} */
                                badge: "new" | "confirmed" | "arrived" | "done" | "moved" | "cancelled" | "no_show";
                                /** Format: date-time */
                                startsAt: string;
                                /** Format: date-time */
                                endsAt: string;
                                timeZone: string;
                                /** Format: date-time */
                                movedFrom: string | null;
                                /** @enum {string} */
                                format: "online" | "place";
                                /** @enum {string} */
                                source: "bot" | "staff" | "automation";
                                contact: {
                                    /** Format: uuid */
                                    contactId: string;
                                    name: string;
                                    phone: string | null;
                                };
                                comment: string | null;
                                priceMinor: number;
                                priceToMinor: number | null;
                                finalPriceMinor: number | null;
                                currency: string;
                                /** @enum {string|null} */
                                cancelledBy: "client" | "staff" | "rule" | null;
                                cancelReason: string | null;
                                /** Format: uuid */
                                sessionId: string | null;
                                items: {
                                    position: number;
                                    /** Format: uuid */
                                    serviceId: string;
                                    serviceName: {
                                        ru: string;
                                        en: string;
                                    };
                                    /** Format: uuid */
                                    staffId: string;
                                    staffName: string;
                                    resourceIds: string[];
                                    addons: {
                                        /** Format: uuid */
                                        id: string;
                                        name: {
                                            ru: string;
                                            en: string;
                                        };
                                        priceMinor: number;
                                        minutes: number;
                                    }[];
                                    /** Format: date-time */
                                    startsAt: string;
                                    /** Format: date-time */
                                    endsAt: string;
                                    priceMinor: number;
                                }[];
                                next: {
                                    /** @enum {string} */
                                    to: "new" | "confirmed" | "arrived" | "done" | "no_show" | "cancelled";
                                    /** @enum {string} */
                                    direction: "forward" | "back" | "cancel";
                                }[];
                                mayMove: boolean;
                                near: {
                                    /** Format: date-time */
                                    startsAt: string;
                                    /** Format: uuid */
                                    staffId: string;
                                    staffName: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Calls a day off: each booking is moved, released with an offer to its client, or kept; all or nothing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        day: string;
                        /** @default  */
                        note?: string;
                        decisions: ({
                            /** Format: uuid */
                            bookingId: string;
                            /** @enum {string} */
                            do: "move";
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: uuid */
                            staffId: string;
                        } | {
                            /** Format: uuid */
                            bookingId: string;
                            /** @enum {string} */
                            do: "release";
                        } | {
                            /** Format: uuid */
                            bookingId: string;
                            /** @enum {string} */
                            do: "keep";
                        })[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            moved: number;
                            released: number;
                            kept: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue by category, with stock */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            categories: {
                                /** Format: uuid */
                                id: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                hidden: boolean;
                                products: {
                                    /** Format: uuid */
                                    id: string;
                                    /** Format: uuid */
                                    categoryId: string;
                                    name: {
                                        ru: string;
                                        en: string;
                                    };
                                    description: {
                                        ru: string;
                                        en: string;
                                    };
                                    /** Format: uuid */
                                    photoId: string | null;
                                    hidden: boolean;
                                    revision: number;
                                    variants: {
                                        /** Format: uuid */
                                        id: string;
                                        name: {
                                            ru: string;
                                            en: string;
                                        };
                                        priceMinor: number;
                                        onHand: number;
                                        reserved: number;
                                        hidden: boolean;
                                    }[];
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a product, if nobody else has since `revision` */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                        name?: {
                            ru: string;
                            en: string;
                        };
                        description?: {
                            ru: string;
                            en: string;
                        };
                        hidden?: boolean;
                        variants?: {
                            /** Format: uuid */
                            variantId: string;
                            name?: {
                                ru: string;
                                en: string;
                            };
                            priceMinor?: number;
                            hidden?: boolean;
                        }[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/products/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the photo of a product: JPEG, PNG or WebP, at most 5 MB */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            photoId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last changes of stock */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                /** Format: uuid */
                                variantId: string;
                                variant: {
                                    ru: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                kind: "opening" | "hold" | "release" | "sale" | "return" | "adjust";
                                onHandChange: number;
                                reservedChange: number;
                                onHandAfter: number;
                                reservedAfter: number;
                                reason: string | null;
                                /** Format: uuid */
                                orderId: string | null;
                                orderNumber: number | null;
                                by: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/variants/{id}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Corrects the stock of a variant by hand, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        delta: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            onHand: number;
                            reserved: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a photo; they never change under an id */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that can be booked, by section, hidden services too; at most 500 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            categories: {
                                /** Format: uuid */
                                categoryId: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                            }[];
                            services: {
                                /** Format: uuid */
                                serviceId: string;
                                /** Format: uuid */
                                categoryId: string | null;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                description: {
                                    ru: string;
                                    en: string;
                                };
                                priceMinor: number;
                                priceToMinor: number | null;
                                durationMinutes: number;
                                bufferBeforeMinutes: number;
                                bufferAfterMinutes: number;
                                gap: {
                                    fromMinutes: number;
                                    minutes: number;
                                } | null;
                                /** @enum {string} */
                                format: "online" | "place" | "both";
                                capacity: number;
                                hidden: boolean;
                                addons: {
                                    /** Format: uuid */
                                    addonId: string;
                                    name: {
                                        ru: string;
                                        en: string;
                                    };
                                    priceMinor: number;
                                    durationMinutes: number;
                                }[];
                                needs: string[][];
                                givers: {
                                    /** Format: uuid */
                                    staffId: string;
                                    priceMinor: number | null;
                                    durationMinutes: number | null;
                                    name: string;
                                    hidden: boolean;
                                }[];
                                /** Format: uuid */
                                photoId: string | null;
                                revision: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** A new service at the end of the list */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        categoryId: string | null;
                        name: {
                            ru: string;
                            en: string;
                        };
                        description: {
                            ru: string;
                            en: string;
                        };
                        priceMinor: number;
                        priceToMinor: number | null;
                        durationMinutes: number;
                        bufferBeforeMinutes: number;
                        bufferAfterMinutes: number;
                        gap: {
                            fromMinutes: number;
                            minutes: number;
                        } | null;
                        /** @enum {string} */
                        format: "online" | "place" | "both";
                        capacity: number;
                        hidden: boolean;
                        addons: {
                            /** Format: uuid */
                            addonId?: string;
                            name: {
                                ru: string;
                                en: string;
                            };
                            priceMinor: number;
                            durationMinutes: number;
                        }[];
                        needs: string[][];
                        givers: {
                            /** Format: uuid */
                            staffId: string;
                            priceMinor: number | null;
                            durationMinutes: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            serviceId: string;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A service with its add-ons, its needs and who gives it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            serviceId: string;
                            /** Format: uuid */
                            categoryId: string | null;
                            name: {
                                ru: string;
                                en: string;
                            };
                            description: {
                                ru: string;
                                en: string;
                            };
                            priceMinor: number;
                            priceToMinor: number | null;
                            durationMinutes: number;
                            bufferBeforeMinutes: number;
                            bufferAfterMinutes: number;
                            gap: {
                                fromMinutes: number;
                                minutes: number;
                            } | null;
                            /** @enum {string} */
                            format: "online" | "place" | "both";
                            capacity: number;
                            hidden: boolean;
                            addons: {
                                /** Format: uuid */
                                addonId: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                priceMinor: number;
                                durationMinutes: number;
                            }[];
                            needs: string[][];
                            givers: {
                                /** Format: uuid */
                                staffId: string;
                                priceMinor: number | null;
                                durationMinutes: number | null;
                                name: string;
                                hidden: boolean;
                            }[];
                            /** Format: uuid */
                            photoId: string | null;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a service, if nobody else has since `revision`; what is left out stays */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        categoryId?: string | null;
                        name?: {
                            ru: string;
                            en: string;
                        };
                        description?: {
                            ru: string;
                            en: string;
                        };
                        priceMinor?: number;
                        priceToMinor?: number | null;
                        durationMinutes?: number;
                        bufferBeforeMinutes?: number;
                        bufferAfterMinutes?: number;
                        gap?: {
                            fromMinutes: number;
                            minutes: number;
                        } | null;
                        /** @enum {string} */
                        format?: "online" | "place" | "both";
                        capacity?: number;
                        hidden?: boolean;
                        addons?: {
                            /** Format: uuid */
                            addonId?: string;
                            name: {
                                ru: string;
                                en: string;
                            };
                            priceMinor: number;
                            durationMinutes: number;
                        }[];
                        needs?: string[][];
                        givers?: {
                            /** Format: uuid */
                            staffId: string;
                            priceMinor: number | null;
                            durationMinutes: number | null;
                        }[];
                        revision: number;
                        /** @enum {boolean} */
                        removePhoto?: true;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/services/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the photo of a service: JPEG, PNG or WebP, at most 5 MB */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            photoId: string;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a service away; visits that are booked stay */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts services into this order */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new section of services */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: {
                            ru: string;
                            en: string;
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            categoryId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Gives a section another name */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: {
                            ru: string;
                            en: string;
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            categoryId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/service-categories/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a section away; its services stay, in none */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service-categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts sections into this order */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking-setup/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps clients from booking: the first 50 things to do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            problems: ({
                                /** @enum {string} */
                                kind: "no_place";
                            } | {
                                /** @enum {string} */
                                kind: "no_service";
                            } | {
                                /** @enum {string} */
                                kind: "no_staff";
                            } | {
                                /** @enum {string} */
                                kind: "service_without_staff";
                                /** Format: uuid */
                                serviceId: string;
                                service: {
                                    ru: string;
                                    en: string;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "need_without_resource";
                                /** Format: uuid */
                                serviceId: string;
                                service: {
                                    ru: string;
                                    en: string;
                                };
                                /** Format: uuid */
                                placeId: string;
                                place: {
                                    ru: string;
                                    en: string;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "staff_without_hours";
                                /** Format: uuid */
                                staffId: string;
                                name: string;
                            } | {
                                /** @enum {string} */
                                kind: "staff_without_services";
                                /** Format: uuid */
                                staffId: string;
                                name: string;
                            })[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who gives services, hidden people too; at most 200 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            staff: {
                                /** Format: uuid */
                                staffId: string;
                                /** Format: uuid */
                                placeId: string;
                                /** Format: uuid */
                                membershipId: string | null;
                                name: string;
                                about: {
                                    ru: string;
                                    en: string;
                                };
                                week: {
                                    hours: {
                                        from: string;
                                        to: string;
                                    }[];
                                    breaks: {
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                maxPerDay: number | null;
                                maxPerWeek: number | null;
                                hidden: boolean;
                                services: {
                                    /** Format: uuid */
                                    serviceId: string;
                                    priceMinor: number | null;
                                    durationMinutes: number | null;
                                }[];
                                /** Format: uuid */
                                photoId: string | null;
                                revision: number;
                                you: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** A new person at the end of the list */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        placeId: string;
                        /** Format: uuid */
                        membershipId: string | null;
                        name: string;
                        about: {
                            ru: string;
                            en: string;
                        };
                        week: {
                            hours: {
                                from: string;
                                to: string;
                            }[];
                            breaks: {
                                from: string;
                                to: string;
                            }[];
                        }[];
                        maxPerDay: number | null;
                        maxPerWeek: number | null;
                        hidden: boolean;
                        services: {
                            /** Format: uuid */
                            serviceId: string;
                            priceMinor: number | null;
                            durationMinutes: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            staffId: string;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a person, if nobody else has since `revision`; what is left out stays */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        placeId?: string;
                        /** Format: uuid */
                        membershipId?: string | null;
                        name?: string;
                        about?: {
                            ru: string;
                            en: string;
                        };
                        week?: {
                            hours: {
                                from: string;
                                to: string;
                            }[];
                            breaks: {
                                from: string;
                                to: string;
                            }[];
                        }[];
                        maxPerDay?: number | null;
                        maxPerWeek?: number | null;
                        hidden?: boolean;
                        services?: {
                            /** Format: uuid */
                            serviceId: string;
                            priceMinor: number | null;
                            durationMinutes: number | null;
                        }[];
                        revision: number;
                        /** @enum {boolean} */
                        removePhoto?: true;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/staff/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets the photo of a person: JPEG, PNG or WebP, at most 5 MB */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            photoId: string;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/bookings-ahead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person has booked from now on: how much, and the next 20 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            /** Format: date-time */
                            from: string | null;
                            /** Format: date-time */
                            until: string | null;
                            bookings: {
                                /** Format: uuid */
                                bookingId: string;
                                number: number;
                                /** Format: date-time */
                                startsAt: string;
                                timeZone: string;
                                contact: string;
                                service: {
                                    ru: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody leaves; with visits ahead `then` says what becomes of them */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        then?: {
                            /** @enum {string} */
                            kind: "keep";
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kept: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts people into this order */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule-exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days that differ from the week, of a person, a place, or all; at most 500 */
        get: {
            parameters: {
                query?: {
                    staffId?: string;
                    placeId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            exceptions: {
                                /** Format: uuid */
                                exceptionId: string;
                                /** Format: uuid */
                                staffId: string | null;
                                /** Format: uuid */
                                placeId: string | null;
                                from: string;
                                to: string;
                                plan: {
                                    hours: {
                                        from: string;
                                        to: string;
                                    }[];
                                    breaks: {
                                        from: string;
                                        to: string;
                                    }[];
                                };
                                note: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Days off, extra days or other hours; masters for themselves alone */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        of: {
                            /** Format: uuid */
                            staffId: string;
                        } | {
                            /** Format: uuid */
                            placeId: string;
                        };
                        from: string;
                        to: string;
                        plan: {
                            hours: {
                                from: string;
                                to: string;
                            }[];
                            breaks: {
                                from: string;
                                to: string;
                            }[];
                        };
                        note: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            visits: number;
                            /** Format: uuid */
                            exceptionId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule-exceptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Other days or hours of an exception */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: string;
                        to: string;
                        plan: {
                            hours: {
                                from: string;
                                to: string;
                            }[];
                            breaks: {
                                from: string;
                                to: string;
                            }[];
                        };
                        note: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            visits: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/schedule-exceptions/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The days are like any others again */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where clients come, with rooms and equipment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            places: {
                                /** Format: uuid */
                                placeId: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                address: {
                                    ru: string;
                                    en: string;
                                };
                                timeZone: string;
                                revision: number;
                                staff: number;
                                resources: {
                                    /** Format: uuid */
                                    resourceId: string;
                                    /** Format: uuid */
                                    placeId: string;
                                    /** @enum {string} */
                                    kind: "room" | "equipment";
                                    name: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** A new place at the end of the list */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: {
                            ru: string;
                            en: string;
                        };
                        address: {
                            ru: string;
                            en: string;
                        };
                        timeZone: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            placeId: string;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a place, if nobody else has since `revision`; what is left out stays */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: {
                            ru: string;
                            en: string;
                        };
                        address?: {
                            ru: string;
                            en: string;
                        };
                        timeZone?: string;
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/places/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a place where nobody works any more */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts places into this order */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new room or piece of equipment of a place */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        placeId: string;
                        /** @enum {string} */
                        kind: "room" | "equipment";
                        name: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            resourceId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Gives a room or a piece of equipment another name or kind */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        kind?: "room" | "equipment";
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/resources/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a room or a piece of equipment away, if no service would be left without */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How bookings are taken, moved, cancelled and reminded of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                stepMinutes: number;
                                noticeMinutes: number;
                                horizonDays: number;
                                policy: {
                                    cancelHours: number;
                                    moveHours: number;
                                    maxMoves: number;
                                };
                                confirmsItself: boolean;
                                unconfirmed: {
                                    minutesBefore: number;
                                    /** @enum {string} */
                                    then: "keep" | "cancel" | "confirm";
                                };
                                remindersOn: boolean;
                                reminders: {
                                    id: string;
                                    on: boolean;
                                    when: {
                                        /** @enum {string} */
                                        kind: "before";
                                        minutes: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "morning";
                                        time: string;
                                    };
                                    toClient: boolean;
                                    toStaff: boolean;
                                    text: {
                                        ru: string;
                                        en: string;
                                    } | null;
                                }[];
                                quietHours: {
                                    from: string;
                                    to: string;
                                } | null;
                            };
                            variables: {
                                name: string;
                                title: {
                                    ru: string;
                                    en: string;
                                };
                                sample: {
                                    ru: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the rules of booking; what is left out stays, bookings that are made keep their policy */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        stepMinutes?: number;
                        noticeMinutes?: number;
                        horizonDays?: number;
                        policy?: {
                            cancelHours: number;
                            moveHours: number;
                            maxMoves: number;
                        };
                        confirmsItself?: boolean;
                        unconfirmed?: {
                            minutesBefore: number;
                            /** @enum {string} */
                            then: "keep" | "cancel" | "confirm";
                        };
                        remindersOn?: boolean;
                        reminders?: {
                            id: string;
                            on: boolean;
                            when: {
                                /** @enum {string} */
                                kind: "before";
                                minutes: number;
                            } | {
                                /** @enum {string} */
                                kind: "morning";
                                time: string;
                            };
                            toClient: boolean;
                            toStaff: boolean;
                            text: {
                                ru: string;
                                en: string;
                            } | null;
                        }[];
                        quietHours?: {
                            from: string;
                            to: string;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                stepMinutes: number;
                                noticeMinutes: number;
                                horizonDays: number;
                                policy: {
                                    cancelHours: number;
                                    moveHours: number;
                                    maxMoves: number;
                                };
                                confirmsItself: boolean;
                                unconfirmed: {
                                    minutesBefore: number;
                                    /** @enum {string} */
                                    then: "keep" | "cancel" | "confirm";
                                };
                                remindersOn: boolean;
                                reminders: {
                                    id: string;
                                    on: boolean;
                                    when: {
                                        /** @enum {string} */
                                        kind: "before";
                                        minutes: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "morning";
                                        time: string;
                                    };
                                    toClient: boolean;
                                    toStaff: boolean;
                                    text: {
                                        ru: string;
                                        en: string;
                                    } | null;
                                }[];
                                quietHours: {
                                    from: string;
                                    to: string;
                                } | null;
                            };
                            variables: {
                                name: string;
                                title: {
                                    ru: string;
                                    en: string;
                                };
                                sample: {
                                    ru: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients, those who wrote last first */
        get: {
            parameters: {
                query?: {
                    search?: string;
                    unread?: "true" | "false";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            contacts: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                language: "ru" | "en";
                                phone: string | null;
                                username: string | null;
                                tags: string[];
                                ordersPaid: number;
                                spentMinor: number;
                                unread: number;
                                /** Format: date-time */
                                lastMessageAt: string | null;
                                lastText: string | null;
                                stopped: boolean;
                                unreachable: boolean;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The card of a client: who they are, orders, automations */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            language: "ru" | "en";
                            phone: string | null;
                            email: string | null;
                            marketingConsent: boolean | null;
                            /** Format: date-time */
                            stoppedAt: string | null;
                            /** Format: date-time */
                            unreachableAt: string | null;
                            sourcePayload: string | null;
                            ordersPaid: number;
                            spentMinor: number;
                            unread: number;
                            /** Format: date-time */
                            createdAt: string;
                            identities: {
                                kind: string;
                                externalId: number;
                                username: string | null;
                                bot: string;
                            }[];
                            tags: string[];
                            orders: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                /** @enum {string} */
                                badge: "awaiting_payment" | "new" | "paid" | "packing" | "on_the_way" | "ready_for_pickup" | "done" | "cancelled" | "refund_due";
                                totalMinor: number;
                                currency: string;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                            runs: {
                                /** Format: uuid */
                                id: string;
                                automation: string;
                                state: string;
                                outcome: string | null;
                                /** Format: date-time */
                                startedAt: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a client and we wrote to each other, newest first */
        get: {
            parameters: {
                query?: {
                    screens?: "true" | "false";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                from: "client" | "us";
                                text: string;
                                /** Format: date-time */
                                at: string;
                                class: string | null;
                                /** @enum {string|null} */
                                state: "queued" | "reserved" | "sent" | "failed" | "in_doubt" | "withdrawn" | "expired" | null;
                                error: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Answers a client; a repeated `requestId` is one message */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        /** Format: uuid */
                        requestId?: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            messageId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks what a client wrote as read */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works here and who is invited */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                email: string;
                                /** @enum {string} */
                                role: "owner" | "manager" | "master";
                                /** Format: date-time */
                                since: string;
                                you: boolean;
                            }[];
                            invitations: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                role: "owner" | "manager" | "master";
                                name: string | null;
                                email: string | null;
                                invitedBy: string;
                                /** Format: date-time */
                                expiresAt: string;
                                expired: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invites somebody by a link that works once, for a week; the link is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "owner" | "manager" | "master";
                        name?: string;
                        /** Format: email */
                        email?: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            link: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a link stop working */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a member another role; a business keeps an owner */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "owner" | "manager" | "master";
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a member out at once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bots of the business */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bots: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                username: string;
                                /** @enum {string} */
                                delivery: "polling" | "webhook";
                                enabled: boolean;
                                /** Format: date-time */
                                lastUpdateAt: string | null;
                                problem: string | null;
                            }[];
                            webhookPossible: boolean;
                            simulator: boolean;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Connects a bot by its token, which Telegram confirms first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        /**
                         * @default polling
                         * @enum {string}
                         */
                        delivery?: "polling" | "webhook";
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            username: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bots/simulated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a bot in the simulator and connects it: the way to try without Telegram */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            username: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches a bot on or off, or chooses how updates come */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enabled?: boolean;
                        /** @enum {string} */
                        delivery?: "polling" | "webhook";
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bots/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks Telegram whether the token still works */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            problem: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bots/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a bot away; conversations with it stay readable */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payment-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which account takes the money; the key is never shown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            mode: "sandbox" | "yookassa";
                            shopId: string | null;
                            /** Format: date-time */
                            checkedAt: string | null;
                            problem: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        /** Chooses the account for new payments, after a call that tests its keys */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "sandbox";
                    } | {
                        /** @enum {string} */
                        mode: "yookassa";
                        shopId: string;
                        secretKey?: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            mode: "sandbox" | "yookassa";
                            shopId: string | null;
                            /** Format: date-time */
                            checkedAt: string | null;
                            problem: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Automations with their published version and the people inside */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            automations: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                state: "draft" | "active" | "paused" | "archived";
                                version: number | null;
                                /** Format: date-time */
                                publishedAt: string | null;
                                trigger: {
                                    ru: string;
                                    en: string;
                                } | null;
                                steps: number;
                                inside: number;
                                entered: number;
                                failed: number;
                                changed: boolean;
                                /** Format: date-time */
                                savedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begins an automation: empty, or with a document from elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        document?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of an automation, and what is published of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            state: "draft" | "active" | "paused" | "archived";
                            draft: {
                                document: {
                                    [key: string]: unknown;
                                };
                                revision: number;
                                /** Format: date-time */
                                savedAt: string | null;
                                savedBy: string | null;
                            };
                            published: {
                                /** Format: uuid */
                                versionId: string;
                                number: number;
                                /** Format: date-time */
                                publishedAt: string;
                                publishedBy: string;
                                note: string | null;
                            } | null;
                            changed: boolean;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves the draft over the revision that was read; a conflict carries what somebody else saved */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                        document: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                            /** Format: date-time */
                            savedAt: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes the draft as the next version; those inside stay, move or leave by the plan */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        revision: number;
                        note?: string;
                        plan?: {
                            [key: string]: {
                                /** @enum {string} */
                                do: "keep";
                            } | {
                                /** @enum {string} */
                                do: "exit";
                            } | {
                                /** @enum {string} */
                                do: "move";
                                to: string;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            versionId: string;
                            number: number;
                            /** Format: uuid */
                            jobId: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions, the newest first, with the people still inside of each */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            versions: {
                                /** Format: uuid */
                                versionId: string;
                                number: number;
                                note: string | null;
                                publishedBy: string;
                                /** Format: date-time */
                                publishedAt: string;
                                steps: number;
                                inside: number;
                                current: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version as it was published */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            versionId: string;
                            number: number;
                            note: string | null;
                            publishedBy: string;
                            /** Format: date-time */
                            publishedAt: string;
                            document: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the draft what a version was */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: number;
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A copy of the draft, for nobody yet */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            revision: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody enters; people inside stay where they are */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "draft" | "active" | "paused" | "archived";
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People enter again, and those inside go on */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        policy?: "send_late" | "skip" | "retime" | "exit";
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "draft" | "active" | "paused" | "archived";
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Out of the way; people inside stay where they are */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "draft" | "active" | "paused" | "archived";
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back from the archive: paused, or a draft */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "draft" | "active" | "paused" | "archived";
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands where and how many went which way, of one version or of all */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            inside: number;
                            entered: number;
                            failed: number;
                            nodes: {
                                [key: string]: {
                                    waiting: number;
                                    passed: number;
                                    failed: number;
                                };
                            };
                            edges: {
                                from: string;
                                port: string;
                                passed: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation-references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an automation can refer to: tags, goods, services, people, and clients to try it on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tags: string[];
                            products: {
                                /** Format: uuid */
                                id: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                                variants: {
                                    /** Format: uuid */
                                    id: string;
                                    name: {
                                        ru: string;
                                        en: string;
                                    };
                                }[];
                            }[];
                            services: {
                                /** Format: uuid */
                                id: string;
                                name: {
                                    ru: string;
                                    en: string;
                                };
                            }[];
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            contacts: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            business: {
                                name: string;
                                currency: string;
                                timeZone: string;
                                /** @enum {string} */
                                language: "ru" | "en";
                            };
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/publish-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What publishing the draft would meet: proofs, figures, and the people inside by step */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            issues: {
                                code: string;
                                /** @enum {string} */
                                severity?: "error" | "warning";
                                path: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                            }[];
                            figures: {
                                messagesPerEntry: number | null;
                                messagesPerDay: number | null;
                                longestStay: string | null;
                            } | null;
                            inside: {
                                nodeId: string;
                                title: {
                                    ru: string;
                                    en: string;
                                };
                                people: number;
                                inDraft: boolean;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work over many people: starts, moves, retries, with their progress */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobs: {
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                kind: "start" | "move" | "undo_move" | "retry" | "schedule" | "dates";
                                /** @enum {string} */
                                state: "open" | "done" | "cancelled";
                                total: number;
                                done: number;
                                skipped: number;
                                outcome: {
                                    [key: string]: number;
                                };
                                createdBy: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                finishedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a job; what is done stays done */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes those whom a publication moved back to where they stood, unless they have gone on */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            jobId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/start-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would enter, when it is started for an audience */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        audience?: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            exact: boolean;
                            sample: {
                                /** Format: uuid */
                                contactId: string;
                                name: string;
                            }[];
                            inside: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts it by hand: for one contact, or for an audience as a job */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        contactId: string;
                    } | {
                        /** @default null */
                        audience?: {
                            [key: string]: unknown;
                        } | null;
                        /** Format: uuid */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            jobId: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/retry-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which failed runs would be retried, before anything is done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        versionId?: string;
                        nodeId?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            sample: {
                                /** Format: uuid */
                                runId: string;
                                name: string;
                                nodeId: string | null;
                                reason: string | null;
                            }[];
                            groups: {
                                /** Format: uuid */
                                versionId: string;
                                number: number;
                                nodeId: string | null;
                                reason: string | null;
                                count: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retries failed runs from their step, as a job; effects already made are kept */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        versionId?: string;
                        nodeId?: string;
                        reason?: string;
                        /**
                         * @default published
                         * @enum {string}
                         */
                        version?: "same" | "published";
                        /** Format: uuid */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            jobId: string;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retries one failed run from its step; effects already made are kept */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default published
                         * @enum {string}
                         */
                        version?: "same" | "published";
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why people did not enter, the latest first */
        get: {
            parameters: {
                query?: {
                    automationId?: string;
                    contactId?: string;
                    before?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            refusals: {
                                /** Format: uuid */
                                automationId: string;
                                automation: string;
                                /** Format: uuid */
                                contactId: string;
                                contact: string;
                                reason: string;
                                times: number;
                                event: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/future": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is planned for the next seven days, hour by hour, against what the bots can send */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hours: {
                                /** Format: date-time */
                                hour: string;
                                /** Format: uuid */
                                automationId: string;
                                automation: string;
                                due: number;
                            }[];
                            bots: number;
                            perHour: number;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/future": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one client is to expect */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            touches: {
                                /** Format: date-time */
                                at: string | null;
                                /** Format: uuid */
                                automationId: string;
                                automation: string;
                                /** Format: uuid */
                                runId: string | null;
                                nodeId: string | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The secret address of an automation, and the last request that came to it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            path: string;
                            signed: boolean;
                            sample: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            sampledAt: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/webhook/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret address; the old one is no longer heard */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            path: string;
                            signed: boolean;
                            sample: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            sampledAt: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/webhook/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** With a key, only requests signed by it are heard; null takes it away */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        key: string | null;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            path: string;
                            signed: boolean;
                            sample: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            sampledAt: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plays a story against an automation under a virtual clock; nothing is sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        document: {
                            [key: string]: unknown;
                        };
                        story: {
                            /**
                             * Format: date-time
                             * @default 2026-06-01T09:00:00.000Z
                             */
                            start?: string;
                            /**
                             * @default P400D
                             * @example PT15M
                             * @example P1D
                             */
                            last?: string;
                            /** @default {} */
                            contact?: {
                                /**
                                 * Format: uuid
                                 * @default 00000000-0000-7000-8000-000000000001
                                 */
                                id?: string;
                                /** @default Anna K */
                                name?: string;
                                /**
                                 * @default en
                                 * @enum {string}
                                 */
                                language?: "ru" | "en";
                                /** @default null */
                                phone?: string | null;
                                /** @default null */
                                email?: string | null;
                                /** @default [] */
                                tags?: string[];
                                /** @default 0 */
                                ordersPaid?: number;
                                /** @default 0 */
                                spentMinor?: number;
                                /** @default Europe/Moscow */
                                timeZone?: string;
                                /**
                                 * Format: date
                                 * @default null
                                 */
                                birthday?: string | null;
                                /** @default null */
                                note?: string | null;
                                /** @default true */
                                consent?: boolean;
                                /**
                                 * Format: date-time
                                 * @default 2026-01-01T00:00:00.000Z
                                 */
                                since?: string;
                                /**
                                 * Format: date-time
                                 * @default null
                                 */
                                lastOrderAt?: string | null;
                                /** @default {} */
                                fields?: {
                                    [key: string]: string | number | boolean;
                                };
                            };
                            /** @default {} */
                            business?: {
                                /** @default Shop */
                                name?: string;
                                /** @default RUB */
                                currency?: string;
                                /** @default Europe/Moscow */
                                timeZone?: string;
                                /** @default [] */
                                caps?: {
                                    /** @enum {string} */
                                    class: "service" | "marketing";
                                    most: number;
                                    hours: number;
                                }[];
                            };
                            /** @default null */
                            order?: {
                                /** @default 1024 */
                                number?: number;
                                /** @default 248000 */
                                totalMinor?: number;
                                /** @default paid */
                                state?: string;
                                /** @default pickup */
                                deliveryKind?: string;
                                /**
                                 * Format: date-time
                                 * @default null
                                 */
                                pickupAt?: string | null;
                                /**
                                 * Format: date-time
                                 * @default 2026-06-01T09:00:00.000Z
                                 */
                                placedAt?: string;
                                /**
                                 * Format: date-time
                                 * @default null
                                 */
                                paidAt?: string | null;
                                /**
                                 * Format: date-time
                                 * @default null
                                 */
                                deliveredAt?: string | null;
                            } | null;
                            /** @default null */
                            booking?: {
                                /** @default 57 */
                                number?: number;
                                /** @default Manicure */
                                service?: string;
                                /** @default Anna */
                                staff?: string;
                                /** @default Salon */
                                place?: string;
                                /** @default confirmed */
                                state?: string;
                                /**
                                 * Format: date-time
                                 * @default 2026-06-05T12:00:00.000Z
                                 */
                                startsAt?: string;
                                /**
                                 * Format: date-time
                                 * @default 2026-06-05T13:00:00.000Z
                                 */
                                endsAt?: string;
                                /**
                                 * Format: date-time
                                 * @default 2026-06-01T09:00:00.000Z
                                 */
                                madeAt?: string;
                                /** @default 200000 */
                                priceMinor?: number;
                                /** @default null */
                                finalMinor?: number | null;
                                /** @default place */
                                format?: string;
                                /** @default false */
                                answered?: boolean;
                            } | null;
                            /** @default [] */
                            events?: (({
                                /** Format: date-time */
                                at: string;
                            } | {
                                /**
                                 * @example PT15M
                                 * @example P1D
                                 */
                                after: string;
                            }) & {
                                /** @enum {string} */
                                type: "contact.started" | "contact.stopped" | "contact.resumed" | "contact.unreachable" | "contact.reachable" | "contact.tagged" | "contact.untagged" | "contact.changed" | "chat.message" | "chat.button" | "cart.changed" | "order.placed" | "order.paid" | "order.moved" | "order.cancelled" | "order.pickup_moved" | "booking.made" | "booking.confirmed" | "booking.answered" | "booking.moved" | "booking.cancelled" | "booking.arrived" | "booking.done" | "booking.no_show" | "booking.tried" | "payment.link_ready" | "payment.declined" | "payment.refund_due" | "payment.refunded" | "message.sent" | "message.failed" | "webhook.received" | "automation.started" | "automation.finished" | "automation.goal" | "date.reached" | "schedule.due" | "task.created" | "task.done";
                                /** @default {} */
                                data?: {
                                    [key: string]: unknown;
                                };
                                order?: {
                                    [key: string]: unknown;
                                };
                                booking?: {
                                    [key: string]: unknown;
                                };
                                contact?: {
                                    [key: string]: unknown;
                                };
                            })[];
                            /** @default [] */
                            answers?: {
                                to: string;
                                button?: string;
                                text?: string;
                                /**
                                 * @default PT1M
                                 * @example PT15M
                                 * @example P1D
                                 */
                                after?: string;
                                /** @default 1 */
                                times?: number;
                            }[];
                            /** @default [] */
                            times?: {
                                of: string;
                                /** @default [] */
                                free?: string[];
                                /** @default null */
                                refused?: string | null;
                            }[];
                            /** @default [] */
                            calls?: {
                                of: string;
                                /** @default 200 */
                                status?: number;
                                /** @default {} */
                                body?: string;
                                /** @default null */
                                error?: string | null;
                                /** @default PT1S */
                                after?: string | "PT0S";
                            }[];
                            /** @default [] */
                            pauses?: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @enum {string} */
                                policy?: "send_late" | "skip" | "retime" | "exit";
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            trace: {
                                /** Format: date-time */
                                at: string;
                                run: string | null;
                                node: string | null;
                                kind: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                            }[];
                            messages: {
                                /** Format: date-time */
                                at: string;
                                run: string;
                                node: string;
                                class: string;
                                text: string;
                                buttons: string[];
                            }[];
                            runs: {
                                run: string;
                                state: string;
                                node: string | null;
                            }[];
                            /** Format: date-time */
                            endedAt: string;
                            steps: number;
                            cutOff: boolean;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of automations, newest first */
        get: {
            parameters: {
                query?: {
                    automationId?: string;
                    version?: number;
                    contactId?: string;
                    state?: "live" | "waiting" | "ended" | "finished" | "left" | "cancelled" | "failed";
                    nodeId?: string;
                    search?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                automationId: string;
                                automation: string;
                                version: number;
                                /** Format: uuid */
                                contactId: string;
                                contact: string;
                                /** @enum {string} */
                                state: "opened" | "waiting" | "calling" | "ended";
                                nodeId: string | null;
                                /** @enum {string|null} */
                                outcome: "finished" | "left" | "cancelled" | "failed" | null;
                                outcomeReason: string | null;
                                reasonWords: {
                                    ru: string;
                                    en: string;
                                } | null;
                                /** Format: date-time */
                                deadlineAt: string | null;
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                endedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run with its step log: each step as a sentence, with time and reason */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            automationId: string;
                            automation: string;
                            version: number;
                            /** Format: uuid */
                            contactId: string;
                            contact: string;
                            /** @enum {string} */
                            state: "opened" | "waiting" | "calling" | "ended";
                            nodeId: string | null;
                            /** @enum {string|null} */
                            outcome: "finished" | "left" | "cancelled" | "failed" | null;
                            outcomeReason: string | null;
                            reasonWords: {
                                ru: string;
                                en: string;
                            } | null;
                            /** Format: date-time */
                            deadlineAt: string | null;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string | null;
                            workflowId: string;
                            log: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                nodeId: string | null;
                                stepType: string | null;
                                sentence: {
                                    ru: string;
                                    en: string;
                                } | null;
                                branch: {
                                    ru: string;
                                    en: string;
                                } | null;
                                port: string | null;
                                message: {
                                    text: string;
                                    state: string;
                                } | null;
                                facts: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a person out of an automation at once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks for staff: open ones, the soonest first, or the last that were done */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "done";
                    mine?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tasks: {
                                /** Format: uuid */
                                taskId: string;
                                title: string;
                                note: string;
                                /** @enum {string|null} */
                                role: "owner" | "manager" | "master" | null;
                                /** Format: date-time */
                                dueAt: string | null;
                                /** @enum {string} */
                                state: "open" | "done";
                                doneBy: string | null;
                                /** Format: date-time */
                                doneAt: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                contact: {
                                    /** Format: uuid */
                                    contactId: string;
                                    name: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks a task done, or takes that back */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        done: boolean;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names of the secrets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secrets: {
                                name: string;
                                savedBy: string;
                                /** Format: date-time */
                                savedAt: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Saves a secret under a name */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        value: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/secrets/{name}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes a secret; automations that use it go on by their error way */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made by the sender, for 48 hours: the same request again gets the same answer */
                    "Idempotency-Key"?: string;
                };
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ok: true;
                        };
                    };
                };
                /** @description A refusal */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            path?: string;
                            detail: string;
                            facts: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
