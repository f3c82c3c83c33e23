package io.odoosync.spring.school;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application, which knows nothing of Odoo. */
@SpringBootApplication
public class SchoolApplication {}
